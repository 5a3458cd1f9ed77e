import { useEffect, useRef, useState } from 'react'
import { drawPdf } from './draw-pdf.ts'
import { ScrollBox } from './scroll-box.tsx'
import { Loading } from './states.tsx'

/** A PDF of the server, drawn page by page with its text, and a way to keep it. */
export function PdfView({
  address,
  title,
  fileName,
}: {
  readonly address: string
  readonly title: string
  readonly fileName: string
}) {
  const pages = useRef<HTMLElement>(null)
  const [state, setState] = useState<'loading' | 'drawn' | 'failed'>('loading')
  const [count, setCount] = useState(0)
  useEffect(() => {
    const box = pages.current
    if (!box) return
    const stop = new AbortController()
    setState('loading')
    drawPdf(address, box, stop.signal).then(
      (drawn) => {
        if (stop.signal.aborted) return
        setCount(drawn)
        setState('drawn')
      },
      () => {
        if (!stop.signal.aborted) setState('failed')
      },
    )
    return () => stop.abort()
  }, [address])
  return (
    <div className="pdf">
      <p className="pdf-bar">
        <span>{count > 0 ? `${count} ${count === 1 ? 'page' : 'pages'}` : 'PDF'}</span>
        <a href={address} download={fileName}>
          Download the PDF
        </a>
      </p>
      {state === 'loading' ? <Loading what="the letter" /> : null}
      {state === 'failed' ? (
        <p className="refused" role="alert">
          The letter could not be drawn here. Download it to read it in your own viewer.
        </p>
      ) : null}
      <ScrollBox className="pdf-pages" box={pages} label={title} />
    </div>
  )
}
