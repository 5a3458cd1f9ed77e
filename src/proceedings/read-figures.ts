import { averageTurnAround, type TurnAround, turnAroundOfMilestones } from '#case'
import { ok, type PlainDate, type Result, refuse, refused } from '#foundation'
import type { Deps } from './deps.ts'
import { proceedingsRefusals } from './refusals.ts'

type Averages = NonNullable<ReturnType<typeof averageTurnAround>>

/** The figures of a stretch of days, whole and by the month of service. */
export type Figures = {
  readonly whole: Averages | null
  readonly months: readonly (Averages & { readonly month: string })[]
}

/**
 * The two average ages of determinations by DWC's definitions (handbook, law 2.2), over those whose
 * letter was first served from one day to another, both included. Refusal: `period-backwards`.
 */
export async function readFigures(
  deps: Pick<Deps, 'cases'>,
  period: { readonly from: PlainDate; readonly to: PlainDate },
): Promise<Result<Figures>> {
  if (period.to < period.from) {
    return refused(
      refuse(
        proceedingsRefusals,
        'period-backwards',
        `${period.to} is before ${period.from}`,
        'query.to',
      ),
    )
  }
  const histories = await deps.cases.servedHistories(period)
  const served = histories.flatMap(({ milestones, cases }): readonly TurnAround[] => {
    const turnAround = turnAroundOfMilestones(milestones)
    return turnAround ? [{ ...turnAround, cases }] : []
  })
  const inPeriod = served.filter(({ servedOn }) => servedOn >= period.from && servedOn <= period.to)
  const months = Map.groupBy(inPeriod, ({ servedOn }) => servedOn.slice(0, 7))
  return ok({
    whole: averageTurnAround(served, period),
    months: [...months.entries()]
      .toSorted(([one], [other]) => one.localeCompare(other))
      .flatMap(([month, ofMonth]) => {
        const averages = averageTurnAround(ofMonth)
        return averages ? [{ month, ...averages }] : []
      }),
  })
}
