import { useEffect, useId, useRef, useState } from 'react'
import { useRead } from '~/act.ts'
import { useCase } from '~/case/case-context.ts'
import { operations } from '~/client.ts'
import { Button } from '~/ui/button.tsx'

/** The text of the page to select words in, by mouse or by keyboard, and to take them as a source. */
export function QuotePicker({
  documentId,
  page,
  selected,
  onPick,
}: {
  readonly documentId: string
  readonly page: number
  /** What was selected on the picture of the page. */
  readonly selected: string
  readonly onPick: (quote: string) => void
}) {
  const id = useId()
  const { caseId } = useCase()
  const { data } = useRead(
    operations.getPageText,
    { params: { caseId, documentId, page } },
    { keep: true },
  )
  const text = data?.text ?? ''
  const [quote, setQuote] = useState(selected)
  const area = useRef<HTMLTextAreaElement>(null)
  useEffect(() => {
    const keepSelection = (): void => {
      const box = area.current
      if (box === null || document.activeElement !== box) return
      setQuote(box.value.slice(box.selectionStart, box.selectionEnd).trim())
    }
    document.addEventListener('selectionchange', keepSelection)
    return () => document.removeEventListener('selectionchange', keepSelection)
  }, [])
  return (
    <div className="quote-picker">
      <label htmlFor={id}>Select words of this page to quote them</label>
      <textarea id={id} ref={area} readOnly rows={4} value={text} />
      <p className="buttons">
        <Button
          kind="primary"
          disabled={quote.length < 3}
          onPress={() => {
            onPick(quote)
            setQuote('')
          }}
        >
          Quote the selection
        </Button>
        <span className="quiet">
          {quote.length < 3 ? 'Nothing selected' : `${quote.length} characters`}
        </span>
      </p>
    </div>
  )
}
