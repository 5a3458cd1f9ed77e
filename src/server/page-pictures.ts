import type { Result } from '#foundation'
import type { ArtifactReference } from '#integrity'
import { type Deps, withFile } from '#proceedings'

/** A page of a file as it is shown: by content, so that a picture kept is never stale. */
export type WantedPicture = {
  readonly shows: Pick<ArtifactReference, 'sha256'>
  readonly page: number
  readonly width: number
  readonly turned: 0 | 90 | 180 | 270
}

export type PagePictures = {
  /** The name of the picture: another picture has another (RFC 9110, strong). */
  etagOf(wanted: WantedPicture): string
  /** As PNG. Refuses what the reader of files refuses. */
  draw(deps: Deps, wanted: WantedPicture): Promise<Result<Uint8Array>>
}

/**
 * Pictures of pages, drawn from the file on disk; those drawn last are kept in `limitBytes` of
 * memory. Several who want the same one at once wait for one drawing.
 */
export function makePagePictures(limitBytes: number): PagePictures {
  const kept = new Map<string, Uint8Array>()
  const underWay = new Map<string, Promise<Result<Uint8Array>>>()
  let bytes = 0

  const keep = (key: string, picture: Uint8Array): void => {
    kept.set(key, picture)
    bytes += picture.byteLength
    for (const [oldest, { byteLength }] of kept) {
      if (bytes <= limitBytes) return
      kept.delete(oldest)
      bytes -= byteLength
    }
  }

  const draw = async (deps: Deps, key: string, wanted: WantedPicture) => {
    const { shows, page, width, turned } = wanted
    const drawn = await withFile(deps, shows, (file) =>
      deps.recordReader.renderPage(file, page, { width, turned }),
    )
    if (drawn.ok) keep(key, drawn.value)
    return drawn
  }

  return {
    etagOf: (wanted) => `"${keyOf(wanted)}"`,
    draw(deps, wanted) {
      const key = keyOf(wanted)
      const known = kept.get(key)
      if (known) {
        kept.delete(key)
        kept.set(key, known)
        return Promise.resolve({ ok: true, value: known })
      }
      const drawing =
        underWay.get(key) ?? draw(deps, key, wanted).finally(() => underWay.delete(key))
      underWay.set(key, drawing)
      return drawing
    },
  }
}

function keyOf({ shows, page, width, turned }: WantedPicture): string {
  return `${shows.sha256}-${page}-${width}-${turned}`
}
