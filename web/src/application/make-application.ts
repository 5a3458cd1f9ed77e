import type { CallOf } from '#api'
import type { operations } from '~/client.ts'
import type { Values } from './form-values.ts'

type Body = CallOf<typeof operations.submitApplication>['body']
type Treatment = Body['disputedTreatments'][number]

/** The application as the server takes it, from what stands in the form; empty fields stay out. */
export function makeApplication(values: Values, treatments: number): Body {
  const text = (path: string): string => (values[path] ?? '').trim()
  const isYes = (path: string): boolean => values[path] === 'yes'
  const optional = <Name extends string>(name: Name, path: string): { [key in Name]?: string } =>
    text(path) === '' ? {} : ({ [name]: text(path) } as { [key in Name]?: string })
  const words = (path: string): readonly string[] =>
    text(path)
      .split(',')
      .map((each) => each.trim())
      .filter((each) => each !== '')
  const name = (path: string) => ({
    first: text(`${path}.first`),
    ...optional('middle', `${path}.middle`),
    last: text(`${path}.last`),
  })
  const address = (path: string) => ({
    street: text(`${path}.street`),
    city: text(`${path}.city`),
    state: text(`${path}.state`),
    zip: text(`${path}.zip`),
    ...optional('country', `${path}.country`),
  })
  const treatment = (at: number): Treatment => {
    const path = `disputedTreatments.${at}`
    const side = text(`${path}.side`) as NonNullable<Treatment['side']> | ''
    const goesWith = text(`${path}.associatedWith`)
    return {
      treatment: text(`${path}.treatment`),
      bodyRegions: text(`${path}.bodyRegions`)
        .split(',')
        .filter((region) => region !== '') as unknown as Treatment['bodyRegions'],
      claimsAdministratorGuideline: text(`${path}.claimsAdministratorGuideline`),
      ...optional('category', `${path}.category`),
      ...optional('subcategory', `${path}.subcategory`),
      ...(words(`${path}.levels`).length === 0 ? {} : { levels: words(`${path}.levels`) }),
      ...(words(`${path}.datesOfService`).length === 0
        ? {}
        : { datesOfService: words(`${path}.datesOfService`) }),
      ...(side === '' ? {} : { side }),
      ...(goesWith === '' ? {} : { associatedWith: goesWith }),
      ...(isYes(`${path}.retrospective`) ? { retrospective: true } : {}),
      ...(text(`${path}.partial.requested`) === ''
        ? {}
        : {
            partial: {
              requested: text(`${path}.partial.requested`),
              authorized: text(`${path}.partial.authorized`),
              remainder: text(`${path}.partial.remainder`),
            },
          }),
    }
  }
  const [first, ...rest] = Array.from({ length: treatments }, (_, at) => treatment(at))
  const outcome = text('utilizationReview.outcome')
  return {
    program: programOf(text('program')),
    ...ofProgram(text),
    priority: text('priority') === 'expedited' ? 'expedited' : 'standard',
    ...(isYes('expeditedCertified') ? { expeditedCertified: true } : {}),
    ...optional('receivedOn', 'receivedOn'),
    employee: {
      name: name('employee.name'),
      dateOfBirth: text('employee.dateOfBirth'),
      address: address('employee.address'),
      ...optional('phone', 'employee.phone'),
      ...optional('email', 'employee.email'),
    },
    employer: {
      name: text('employer.name'),
      ...(text('employer.address.street') === '' ? {} : { address: address('employer.address') }),
    },
    claimsAdministrator: {
      company: text('claimsAdministrator.company'),
      contact: text('claimsAdministrator.contact'),
      address: address('claimsAdministrator.address'),
      ...optional('phone', 'claimsAdministrator.phone'),
      ...optional('fax', 'claimsAdministrator.fax'),
      ...optional('email', 'claimsAdministrator.email'),
    },
    requestingPhysician: {
      name: name('requestingPhysician.name'),
      address: address('requestingPhysician.address'),
      ...optional('practice', 'requestingPhysician.practice'),
      ...optional('specialty', 'requestingPhysician.specialty'),
      ...optional('npi', 'requestingPhysician.npi'),
      ...optional('phone', 'requestingPhysician.phone'),
      ...optional('fax', 'requestingPhysician.fax'),
    },
    ...(text('representative.name.last') === ''
      ? {}
      : {
          representative: {
            name: name('representative.name'),
            capacity: text('representative.capacity') === 'other' ? 'other' : 'attorney',
            designatedOn: text('representative.designatedOn'),
            address: address('representative.address'),
            ...optional('firm', 'representative.firm'),
            ...optional('email', 'representative.email'),
          },
        }),
    claimNumber: text('claimNumber'),
    ...optional('eamsNumber', 'eamsNumber'),
    ...optional('jurisdictionalClaimNumber', 'jurisdictionalClaimNumber'),
    dateOfInjury: text('dateOfInjury'),
    primaryDiagnosis: {
      description: text('primaryDiagnosis.description'),
      ...optional('icd10', 'primaryDiagnosis.icd10'),
    },
    signature:
      text('signature.name') === ''
        ? null
        : {
            by: text('signature.by') === 'representative' ? 'representative' : 'employee',
            name: text('signature.name'),
            signedOn: text('signature.signedOn'),
          },
    utilizationReview: isYes('noUtilizationReview')
      ? null
      : {
          organization: text('utilizationReview.organization'),
          ...optional('reviewerName', 'utilizationReview.reviewerName'),
          requestReceivedOn: text('utilizationReview.requestReceivedOn'),
          decidedOn: text('utilizationReview.decidedOn'),
          servedOn: text('utilizationReview.servedOn'),
          served: {
            method: servedBy(text('utilizationReview.served.method')),
            place: placeOf(text('utilizationReview.served.place')),
          },
          outcome:
            outcome === 'modified' || outcome === 'delayed' || outcome === 'approved'
              ? outcome
              : 'denied',
          conditional: isYes('utilizationReview.conditional'),
          formServed: !isYes('utilizationReview.formMissing'),
          formularyDispute: isYes('utilizationReview.formularyDispute'),
          reasons: text('utilizationReview.reasons'),
        },
    liabilityDispute:
      text('liabilityDispute.reason') === ''
        ? null
        : {
            reason: text('liabilityDispute.reason'),
            ...optional('resolvedNoticeOn', 'liabilityDispute.resolvedNoticeOn'),
          },
    disputedTreatments: [first ?? treatment(0), ...rest],
  }
}

function servedBy(method: string): 'personal' | 'mail' | 'electronic' | 'fax' {
  return method === 'personal' || method === 'electronic' || method === 'fax' ? method : 'mail'
}

function placeOf(place: string): 'CA' | 'US' | 'abroad' {
  return place === 'US' || place === 'abroad' ? place : 'CA'
}

function programOf(program: string): Body['program'] {
  return program === 'CA-DMHC' || program === 'NY-DFS' ? program : 'CA-WC'
}

/** What only the programs of health plans ask; it comes from a file or from the case. */
function ofProgram(text: (path: string) => string): Pick<Body, 'reviewType' | 'internalAppeal'> {
  const reviewType = text('reviewType') as NonNullable<Body['reviewType']> | ''
  const because = text('internalAppeal.because') as Excuse | ''
  const decidedOn = text('internalAppeal.decidedOn')
  return {
    ...(reviewType === '' ? {} : { reviewType }),
    ...(because !== ''
      ? { internalAppeal: { kind: 'excused', because } }
      : decidedOn !== ''
        ? { internalAppeal: { kind: 'decided', decidedOn } }
        : {}),
  }
}

type Excuse = Extract<NonNullable<Body['internalAppeal']>, { readonly kind: 'excused' }>['because']
