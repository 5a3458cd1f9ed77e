import type { Determination } from '#determination'

export type SummaryLanguage = 'en' | 'es'

/**
 * What the letter means, for the injured worker: one sentence a layperson understands first, then
 * what it means. No treatment is named here, the table under it names them; so the reading level
 * is that of our words (grade 8 or below, measured in the tests).
 */
export function summarizePlainly(
  determination: Pick<Determination, 'issues' | 'outcome'>,
  language: SummaryLanguage,
): readonly string[] {
  const total = determination.issues.length
  const overturned = determination.issues.filter((issue) => issue.decision === 'overturned')
  const retrospective = overturned.some((issue) => issue.retrospective === true)
  const future = overturned.some((issue) => issue.retrospective !== true)
  return language === 'en'
    ? inEnglish(total, overturned.length, future, retrospective)
    : inSpanish(total, overturned.length, future, retrospective)
}

function inEnglish(
  total: number,
  overturned: number,
  future: boolean,
  retrospective: boolean,
): readonly string[] {
  // Care that was already given is paid for, not given again.
  const must = retrospective ? (future ? 'provide or pay for' : 'pay for') : 'provide'
  const first =
    overturned === 0
      ? total === 1
        ? 'The treatment in dispute is not medically necessary, so the claims administrator’s decision stands.'
        : `${total === 2 ? 'Neither' : 'None'} of the ${inWords(total, 'en')} treatments in dispute is medically necessary, so the claims administrator’s decision stands.`
      : overturned === total
        ? total === 1
          ? `The treatment in dispute is medically necessary, and the claims administrator must ${must} it.`
          : `${total === 2 ? 'Both' : `All ${inWords(total, 'en')}`} treatments in dispute are medically necessary, and the claims administrator must ${must} them.`
        : `${upperFirst(inWords(overturned, 'en'))} of the ${inWords(total, 'en')} treatments in dispute ${overturned === 1 ? 'is' : 'are'} medically necessary, and the claims administrator must ${must} ${overturned === 1 ? 'it' : 'them'}; for the rest its decision stands.`
  const effects = [
    ...(future ? ['You can get the treatment marked “Overturned” in the table below.'] : []),
    ...(retrospective
      ? ['Care you already had that is marked “Overturned” must be paid for.']
      : []),
    ...(overturned < total
      ? [
          `The claims administrator does not have to pay for ${total === 1 ? 'the treatment' : 'what is marked “Upheld”'} on this request.`,
        ]
      : []),
  ]
  return [
    first,
    [
      'A doctor who does not work for you, your employer or the claims administrator read your file and made this decision.',
      ...effects,
      // Who has won everything has nothing to appeal; the table then has the other side's day only.
      overturned === total
        ? 'If the claims administrator does not agree, it can ask a judge to look at it. Its last day to do so is in the table below.'
        : 'If you do not agree, you can ask a judge to look at it. The last day to do so is in the table below.',
    ].join(' '),
  ]
}

function inSpanish(
  total: number,
  overturned: number,
  future: boolean,
  retrospective: boolean,
): readonly string[] {
  const must = retrospective ? (future ? 'dar o pagar' : 'pagar') : 'dar'
  const first =
    overturned === 0
      ? total === 1
        ? 'El tratamiento en disputa no es necesario por razones médicas. La decisión del administrador de reclamos sigue en pie.'
        : `Ninguno de los ${inWords(total, 'es')} tratamientos en disputa es necesario por razones médicas. La decisión del administrador de reclamos sigue en pie.`
      : overturned === total
        ? total === 1
          ? `El tratamiento en disputa es necesario por razones médicas. El administrador de reclamos lo tiene que ${must}.`
          : `Los ${inWords(total, 'es')} tratamientos en disputa son necesarios por razones médicas. El administrador de reclamos los tiene que ${must}.`
        : `${upperFirst(inWords(overturned, 'es'))} de los ${inWords(total, 'es')} tratamientos en disputa ${overturned === 1 ? 'es necesario' : 'son necesarios'} por razones médicas. El administrador de reclamos ${overturned === 1 ? 'lo' : 'los'} tiene que ${must}. ${total - overturned === 1 ? 'Para el otro' : 'Para los demás'}, su decisión sigue en pie.`
  const effects = [
    ...(future ? ['Usted puede recibir lo que en la tabla dice “Overturned”.'] : []),
    ...(retrospective ? ['Se tiene que pagar lo que ya recibió y dice “Overturned”.'] : []),
    ...(overturned < total
      ? [
          `El administrador de reclamos no tiene que pagar ${total === 1 ? 'el tratamiento' : 'lo que dice “Upheld”'} en esta solicitud.`,
        ]
      : []),
  ]
  return [
    first,
    [
      'Un médico que no trabaja para usted, ni para su empleador, ni para el administrador de reclamos, leyó su caso y tomó esta decisión.',
      ...effects,
      overturned === total
        ? 'Si el administrador de reclamos no está de acuerdo, puede pedir que un juez la revise. Su último día para pedirlo está en la tabla de esta carta.'
        : 'Si no está de acuerdo, puede pedir que un juez la revise. El último día para pedirlo está en la tabla de esta carta.',
    ].join(' '),
  ]
}

const numbers: Readonly<Record<SummaryLanguage, readonly string[]>> = {
  en: ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'],
  es: ['cero', 'uno', 'dos', 'tres', 'cuatro', 'cinco', 'seis', 'siete', 'ocho', 'nueve', 'diez'],
}

function inWords(count: number, language: SummaryLanguage): string {
  return numbers[language][count] ?? String(count)
}

function upperFirst(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}
