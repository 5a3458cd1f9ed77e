import { useId, useRef, useState } from 'react'
import { Button } from '~/ui/button.tsx'

/** The text of the page to select words in, by mouse or by keyboard, and to take them as a source. */
export function QuotePicker({
  text,
  onPick,
}: {
  readonly text: string
  readonly onPick: (quote: string) => void
}) {
  const id = useId()
  const area = useRef<HTMLTextAreaElement>(null)
  const [quote, setQuote] = useState('')
  return (
    <div className="quote-picker">
      <label htmlFor={id}>Select words of this page to quote them</label>
      <textarea
        id={id}
        ref={area}
        readOnly
        rows={9}
        value={text}
        onSelect={(event) => {
          const { selectionStart, selectionEnd } = event.currentTarget
          setQuote(text.slice(selectionStart, selectionEnd).trim())
        }}
      />
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
