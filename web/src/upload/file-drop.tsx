import { type ChangeEvent, useEffect, useRef, useState } from 'react'
import { type ChosenFile, chosenOf, droppedOf } from './chosen-files.ts'

/** Takes files and folders that are dropped on it or chosen by its buttons. */
export function FileDrop({
  onFiles,
}: {
  readonly onFiles: (files: readonly ChosenFile[]) => void
}) {
  const zone = useRef<HTMLDivElement>(null)
  const folder = useRef<HTMLInputElement>(null)
  const [over, setOver] = useState(false)
  useEffect(() => {
    // React knows no property for it.
    folder.current?.setAttribute('webkitdirectory', '')
  }, [])
  useEffect(() => {
    const box = zone.current
    const stop = new AbortController()
    const { signal } = stop
    const take = (event: DragEvent): void => {
      event.preventDefault()
      setOver(event.type === 'dragover')
      if (event.type !== 'drop' || !event.dataTransfer) return
      void droppedOf(event.dataTransfer).then((files) => {
        if (files.length > 0) onFiles(files)
      })
    }
    box?.addEventListener('dragover', take, { signal })
    box?.addEventListener('dragleave', take, { signal })
    box?.addEventListener('drop', take, { signal })
    return () => stop.abort()
  }, [onFiles])
  const choose = ({ target }: ChangeEvent<HTMLInputElement>): void => {
    const files = chosenOf([...(target.files ?? [])])
    // The same file can be chosen once more.
    target.value = ''
    if (files.length > 0) onFiles(files)
  }
  return (
    <div className={over ? 'drop is-over' : 'drop'} ref={zone}>
      <p>Drop files, folders or a ZIP archive here, or</p>
      <p className="buttons drop-buttons">
        <label className="button button-primary file-button">
          Choose files
          <input type="file" multiple onChange={choose} />
        </label>
        <label className="button file-button">
          Choose a folder
          <input type="file" ref={folder} onChange={choose} />
        </label>
      </p>
      <p className="hint">
        PDF, TIFF, JPEG, PNG, Word, RTF, HTML, text, C-CDA, FHIR, and archives of these. What a file
        is, is found by its content.
      </p>
    </div>
  )
}
