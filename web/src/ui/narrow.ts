import { useSyncExternalStore } from 'react'

/** Where the style sheets set columns under one another. */
const narrow = window.matchMedia('(max-width: 1000px)')

/** Whether the screen is too narrow for columns side by side. */
export function useNarrow(): boolean {
  return useSyncExternalStore(subscribe, () => narrow.matches)
}

function subscribe(listener: () => void): () => void {
  narrow.addEventListener('change', listener)
  return () => narrow.removeEventListener('change', listener)
}
