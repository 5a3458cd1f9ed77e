import type { Tone } from './words.ts'

/** A small mark whose shape says what its color says. */
export function Mark({ tone }: { readonly tone: Tone }) {
  return (
    <svg className="mark" viewBox="0 0 10 10" aria-hidden="true">
      {shapeOf(tone)}
    </svg>
  )
}

function shapeOf(tone: Tone) {
  switch (tone) {
    case 'plain':
      return <circle cx="5" cy="5" r="3.6" fill="none" stroke="currentColor" strokeWidth="1.6" />
    case 'brand':
      return (
        <>
          <circle cx="5" cy="5" r="3.6" fill="none" stroke="currentColor" strokeWidth="1.6" />
          <path d="M5 1.4a3.6 3.6 0 0 1 0 7.2z" fill="currentColor" />
        </>
      )
    case 'good':
      return (
        <path
          d="M1.4 5.4l2.5 2.5L8.6 2.6"
          fill="none"
          stroke="currentColor"
          strokeWidth="1.9"
          strokeLinecap="round"
          strokeLinejoin="round"
        />
      )
    case 'warn':
      return <path d="M5 .6 9.4 5 5 9.4.6 5z" fill="currentColor" />
    case 'bad':
      return <path d="M5 .8 9.6 9H.4z" fill="currentColor" />
    case 'unknown':
      return (
        <path
          d="M1.2 5h1.6M4.2 5h1.6M7.2 5h1.6"
          stroke="currentColor"
          strokeWidth="2"
          strokeLinecap="round"
        />
      )
  }
}
