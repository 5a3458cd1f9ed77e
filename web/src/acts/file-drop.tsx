import { useEffect, useRef, useState } from 'react'

/** Takes PDF files that are dropped on it or chosen by its button. */
export function FileDrop({ onFiles }: { readonly onFiles: (files: readonly File[]) => void }) {
  const zone = useRef<HTMLDivElement>(null)
  const [over, setOver] = useState(false)
  useEffect(() => {
    const box = zone.current
    const stop = new AbortController()
    const { signal } = stop
    const take = (event: DragEvent): void => {
      event.preventDefault()
      setOver(event.type === 'dragover')
      if (event.type !== 'drop') return
      const files = [...(event.dataTransfer?.files ?? [])]
      if (files.length > 0) onFiles(files)
    }
    box?.addEventListener('dragover', take, { signal })
    box?.addEventListener('dragleave', take, { signal })
    box?.addEventListener('drop', take, { signal })
    return () => stop.abort()
  }, [onFiles])
  return (
    <div className={over ? 'drop is-over' : 'drop'} ref={zone}>
      <p>Drop PDF files here, or</p>
      <label className="button button-primary file-button">
        Choose files
        <input
          type="file"
          accept="application/pdf"
          multiple
          onChange={(event) => {
            const files = [...(event.target.files ?? [])]
            event.target.value = ''
            if (files.length > 0) onFiles(files)
          }}
        />
      </label>
    </div>
  )
}
