import * as caseRoom from '#case'
import * as cli from '#cli'
import * as criteria from '#criteria'
import * as deadlines from '#deadlines'
import * as determination from '#determination'
import * as engines from '#engines'
import type { RefusalCatalogue } from '#foundation'
import * as intake from '#intake'
import * as letters from '#letters'
import * as proceedings from '#proceedings'
import * as publication from '#publication'
import * as reviewers from '#reviewers'
import * as server from '#server'
import * as store from '#store'

/** Every refusal that any room can give, by room: what the doors export under `…Refusals`. */
export const refusalCatalogues: ReadonlyMap<string, RefusalCatalogue> = new Map(
  Object.entries({
    deadlines,
    intake,
    case: caseRoom,
    criteria,
    reviewers,
    determination,
    letters,
    publication,
    proceedings,
    store,
    engines,
    server,
    cli,
  }).map(([room, door]): [string, RefusalCatalogue] => [room, catalogueAt(door)]),
)

/** A door may export several catalogues. */
function catalogueAt(door: object): RefusalCatalogue {
  const catalogues = Object.entries(door).flatMap(([name, value]: [string, unknown]) =>
    name.endsWith('Refusals') && typeof value === 'object' && value !== null
      ? [value as RefusalCatalogue]
      : [],
  )
  return Object.assign({}, ...catalogues) as RefusalCatalogue
}
