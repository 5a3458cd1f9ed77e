/** The text of a letter: its blocks as paragraphs, its capital lines as headings. */
export function LetterText({ text }: { readonly text: string }) {
  const blocks = text.split(/\n{2,}/).map((block, index) => ({ block: block.trim(), index }))
  return (
    <div className="reading letter-text">
      {blocks.map(({ block, index }) => {
        const [first = '', ...rest] = block.split('\n')
        const isHeading = /^[A-Z][A-Z ,/&'-]{6,}$/.test(first)
        return isHeading ? (
          <div key={`${index} ${first}`}>
            <h3>{inSentenceCase(first)}</h3>
            {rest.length > 0 ? <p>{rest.join('\n')}</p> : null}
          </div>
        ) : (
          <p key={`${index} ${first}`}>{block}</p>
        )
      })}
    </div>
  )
}

function inSentenceCase(capitals: string): string {
  const lower = capitals.toLowerCase().replace(/\bimr\b/g, 'IMR')
  return lower.charAt(0).toUpperCase() + lower.slice(1)
}
