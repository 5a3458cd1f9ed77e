import type { BodyRegion } from '#intake'
import type { Issue } from './determination.ts'
import type { Finding, LintRule } from './finding.ts'
import { regionsOf } from './regions-in-text.ts'

/** The reviewer cites nothing, and the treatment does not fall with a surgery. */
export const lintMissingCitation: LintRule = ({ issues }) =>
  issues.flatMap((issue, index) =>
    issue.reviewOrganizationGuideline.cited || isContingent(issue)
      ? []
      : [
          {
            code: 'citation-missing',
            severity: 'blocking',
            issue: index + 1,
            part: 'review-organization-guideline',
            message: 'no medical evidence is cited, and the treatment is not contingent',
          },
        ],
  )

/** A service that goes with a surgery of the same letter, by its mark, its heading or its reasons. */
function isContingent({ associatedSurgicalService, treatment, rationale }: Issue): boolean {
  return (
    associatedSurgicalService === true ||
    /^(?:associated surgical service|assistant surgeon|(?:post|pre)[- ]?op)/i.test(treatment) ||
    /\b(?:surgery|surgical \w+|procedure|primary (?:service|request))\b[^.]{0,60}\bnot\b[^.]{0,60}\b(?:associated|ancillary|necessary)\b/i.test(
      rationale,
    )
  )
}

/**
 * The chapters cited are about other parts of the body than the treatment. General chapters
 * (chronic pain, opioids, …) fit every region, so with one of them it is a warning only.
 */
export const lintWrongRegionCitation: LintRule = ({ issues }) =>
  issues.flatMap((issue, index) => {
    const finding = compare(issue, issue.reviewOrganizationGuideline.text)
    return finding
      ? [
          {
            code: 'wrong-region-citation',
            severity: finding.general ? 'warning' : 'blocking',
            issue: index + 1,
            part: 'review-organization-guideline',
            message: finding.message,
            quote: issue.reviewOrganizationGuideline.text,
          } as const,
        ]
      : []
  })

/** The same in what the claims administrator cited: the rationale should say so. */
export const lintClaimsAdministratorRegion: LintRule = ({ issues }) =>
  issues.flatMap((issue, index) => {
    const { text, cited } = issue.claimsAdministratorGuideline
    const finding = cited ? compare(issue, text) : null
    return finding && !finding.general
      ? [
          {
            code: 'claims-administrator-wrong-region',
            severity: 'warning',
            issue: index + 1,
            part: 'claims-administrator-guideline',
            message: finding.message,
            quote: text,
          } as const,
        ]
      : []
  })

/** The claims administrator's section is about another kind of service ("Office Visits" for an MRI). */
export const lintOtherServiceSection: LintRule = ({ issues }) =>
  issues.flatMap(
    ({ treatment, claimsAdministratorGuideline: { text, cited } }, index): Finding[] => {
      const match = cited ? /\boffice visits?\b/i.exec(text) : null
      if (
        !match ||
        /\b(?:visit|consult|evaluation|follow[- ]?up|referral|office)\b/i.test(treatment)
      ) {
        return []
      }
      return [
        {
          code: 'section-of-other-service',
          severity: 'warning',
          issue: index + 1,
          part: 'claims-administrator-guideline',
          message: `the section "${match[0]}" is not about this service, and the rationale lets it pass`,
          span: { start: match.index, end: match.index + match[0].length },
          quote: match[0],
        },
      ]
    },
  )

/** "The cited guidelines" where two works are cited: which of them? */
export const lintAmbiguousCitation: LintRule = ({ issues }) =>
  issues.flatMap(({ rationale, reviewOrganizationGuideline: { text } }, index) => {
    const match = /\b(?:the|per) (?:above[- ])?(?:cited|referenced|mentioned) guidelines?\b/i.exec(
      rationale,
    )
    const works =
      Number(/\bMTUS\b(?! Guidelines)/.test(text.replace(/Non-MTUS/g, ''))) +
      Number(/Non-MTUS|\bODG\b/.test(text))
    if (!match || works < 2) return []
    return [
      {
        code: 'citation-ambiguous',
        severity: 'warning',
        issue: index + 1,
        part: 'rationale',
        message: 'two works are cited; say which of them this is',
        span: { start: match.index, end: match.index + match[0].length },
        quote: match[0],
      } as const,
    ]
  })

/** "MTUS ACOEM, page 503" without a chapter: nobody can look it up. */
export const lintMissingChapter: LintRule = ({ issues }) =>
  issues.flatMap((issue, index) =>
    (
      [
        ['claims-administrator-guideline', issue.claimsAdministratorGuideline.text],
        ['review-organization-guideline', issue.reviewOrganizationGuideline.text],
      ] as const
    ).flatMap(([part, text]): Finding[] => {
      const match = /\bMTUS ACOEM,? Page\(s\): ?[\d, -]+/i.exec(text)
      if (!match) return []
      return [
        {
          code: 'chapter-missing',
          severity: part === 'review-organization-guideline' ? 'warning' : 'note',
          issue: index + 1,
          part,
          message: 'pages are cited without the chapter that they are in',
          span: { start: match.index, end: match.index + match[0].length },
          quote: match[0],
        },
      ]
    }),
  )

/** MTUS and another work together: the order of search asks why the second was needed (8 CCR 9792.21.1). */
export const lintHierarchyReason: LintRule = ({ issues }) =>
  issues.flatMap(({ rationale, ...issue }, index): Finding[] => {
    if (givesReason.test(rationale)) return []
    const citers = [
      ['the reviewer cites', issue.reviewOrganizationGuideline.text],
      ['the claims administrator cites', issue.claimsAdministratorGuideline.text],
    ] as const
    const citer = citers.find(([, text]) => citesMtusAndOther(text))?.[0]
    if (!citer) return []
    return [
      {
        code: 'hierarchy-reason-missing',
        severity: 'note',
        issue: index + 1,
        part: 'rationale',
        message: `${citer} MTUS and another work; why MTUS alone does not answer is not said`,
      },
    ]
  })

function citesMtusAndOther(text: string): boolean {
  const mtus = /\bMTUS\b/.test(text.replace(/Non-MTUS|outside of the MTUS/g, ''))
  return mtus && /Non-MTUS|\bODG\b|Official Disability/.test(text)
}

const givesReason =
  /\b(?:silent|do(?:es)? not (?:\w+ )?(?:address|discuss|mention|cover|contain)|more (?:specific|recent|current|detailed)|(?:specifically|further) address|in addition to the MTUS|supplement|not (?:specifically )?addressed|alternative(?:ly)? guideline|other guidelines)\b/i

/** Evidence of no scholarly standing (Labor Code 4610.5(c)(2)). */
export const lintUnscholarlySource: LintRule = ({ issues }) =>
  issues.flatMap(({ reviewOrganizationGuideline: { text } }, index) => {
    const match =
      /\b(?:slideshare|scribd|wikipedia|webmd|healthline|youtube|facebook|blogspot|wordpress|about\.com|ehow|quora|reddit|yahoo answers)\b/i.exec(
        text,
      )
    if (!match) return []
    return [
      {
        code: 'source-not-scholarly',
        severity: 'blocking',
        issue: index + 1,
        part: 'review-organization-guideline',
        message: `${match[0]} is not medical evidence in the order of Labor Code 4610.5(c)(2)`,
        span: { start: match.index, end: match.index + match[0].length },
        quote: match[0],
      } as const,
    ]
  })

/** Pages named in the rationale lie outside the pages cited. */
export const lintPagesDiffer: LintRule = ({ issues }) =>
  issues.flatMap(({ rationale, reviewOrganizationGuideline: { text } }, index) => {
    const cited = pageRanges(text)
    if (cited.length === 0) return []
    return pageRanges(rationale)
      .filter(({ from, to }) => !cited.some((range) => range.from <= from && to <= range.to))
      .map(({ start, end }) => ({
        code: 'pages-differ',
        severity: 'warning' as const,
        issue: index + 1,
        part: 'rationale' as const,
        message: `the rationale quotes ${rationale.slice(start, end)}, cited are pages ${cited.map(({ from, to }) => (from === to ? from : `${from}-${to}`)).join(', ')}`,
        span: { start, end },
        quote: rationale.slice(start, end),
      }))
  })

/** The same pages twice in one citation. */
export const lintRepeatedCitation: LintRule = ({ issues }) =>
  issues.flatMap(({ reviewOrganizationGuideline: { text } }, index) => {
    const pages = pageRanges(text)
    const twice = pages.find((range, at) =>
      pages.slice(0, at).some(({ from, to }) => from === range.from && to === range.to),
    )
    if (!twice) return []
    const { start, end } = twice
    return [
      {
        code: 'citation-repeated',
        severity: 'note',
        issue: index + 1,
        part: 'review-organization-guideline',
        message: 'the same pages are cited twice',
        span: { start, end },
        quote: text.slice(start, end),
      } as const,
    ]
  })

/** Chapters by the region that they are about, as MTUS and ODG name them. */
const chapters: readonly (readonly [RegExp, readonly BodyRegion[]])[] = [
  [/neck (?:and|&) upper back/i, ['cervical spine', 'thoracic spine']],
  [/low(?:er)? back/i, ['lumbar spine', 'thoracic spine']],
  [/shoulder/i, ['shoulder']],
  [/elbow/i, ['elbow', 'forearm']],
  [/forearm,? wrist,? (?:(?:and|&) )?hand/i, ['forearm', 'wrist', 'hand']],
  [/carpal tunnel/i, ['wrist', 'hand', 'forearm']],
  [/knee/i, ['knee']],
  [/ankle (?:and|&) foot/i, ['ankle', 'foot']],
  [/hip (?:and|&) pelvis/i, ['hip']],
]

const generalChapters =
  /chronic pain|general approaches|opioid|acupuncture|postsurgical|post-surgical|\bpain\b|preface|formulary|cornerstones|stress|mental|CMS|fitness for duty|https?:|journal|et al/i

function compare(
  issue: Issue,
  citation: string,
): { readonly message: string; readonly general: boolean } | null {
  const own = regionsOf(issue.treatment)
  // No chapter of 2004 is about the hip: what is cited for it instead says nothing.
  if (own.length === 0 || own.includes('hip')) return null
  const cited = chapters.flatMap(([name, regions]) => (name.test(citation) ? regions : []))
  const named = [...new Set([...cited, ...regionsOf(citation)])]
  if (cited.length === 0 || named.some((region) => own.includes(region))) return null
  return {
    message: `the treatment is for the ${own.join(', ')}, the chapters cited are about the ${[...new Set(cited)].join(', ')}`,
    general: generalChapters.test(citation),
  }
}

type PageRange = {
  readonly from: number
  readonly to: number
  readonly start: number
  readonly end: number
}

/** Page ranges behind "page(s)": `289-90` is 289 to 290. */
function pageRanges(text: string): readonly PageRange[] {
  const ranges: PageRange[] = []
  for (const list of text.matchAll(
    /\b(?:pages?|page\(s\)|pp?\.):? ?((?:\d{1,4}(?:\s?[-–]\s?\d{1,4})?(?:,? (?:and )?|,)?)+)/gi,
  )) {
    const offset = list.index + list[0].length - (list[1] ?? '').length
    for (const match of (list[1] ?? '').matchAll(/(\d{1,4})(?:\s?[-–]\s?(\d{1,4}))?/g)) {
      const from = match[1] ?? ''
      const to = match[2] ?? from
      const full = to.length < from.length ? from.slice(0, from.length - to.length) + to : to
      const start = offset + match.index
      ranges.push({ from: Number(from), to: Number(full), start, end: start + match[0].length })
    }
  }
  return ranges
}
