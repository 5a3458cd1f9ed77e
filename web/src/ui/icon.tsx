const paths = {
  previous: 'M10.5 3 5.5 8l5 5',
  next: 'M5.5 3l5 5-5 5',
  up: 'M3 10.5l5-5 5 5',
  down: 'M3 5.5l5 5 5-5',
  larger: 'M8 3v10M3 8h10',
  smaller: 'M3 8h10',
  turn: 'M12.6 6A5 5 0 1 0 13 8.6M13 2.6V6h-3.4',
  close: 'M4 4l8 8M12 4l-8 8',
} as const

/** A small drawing on a button; its meaning stands in the button's words. */
export function Icon({ of }: { readonly of: keyof typeof paths }) {
  return (
    <svg className="icon" viewBox="0 0 16 16" aria-hidden="true">
      <path
        d={paths[of]}
        fill="none"
        stroke="currentColor"
        strokeWidth="1.8"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  )
}

/** A button that is only a drawing; its words are read aloud and shown when pointed at. */
export function IconButton({
  icon,
  words,
  onPress,
  disabled = false,
}: {
  readonly icon: keyof typeof paths
  readonly words: string
  readonly onPress: () => void
  readonly disabled?: boolean
}) {
  return (
    <button
      type="button"
      className="icon-button"
      title={words}
      aria-label={words}
      disabled={disabled}
      onClick={onPress}
    >
      <Icon of={icon} />
    </button>
  )
}
