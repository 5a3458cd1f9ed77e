import { useSyncExternalStore } from 'react'

let said = { text: '', count: 0 }
const listeners = new Set<() => void>()

/** Says, for eyes and screen readers, that something was done. */
export function announce(text: string): void {
  said = { text, count: said.count + 1 }
  for (const listener of listeners) listener()
  const { count } = said
  setTimeout(() => {
    if (said.count !== count) return
    said = { text: '', count }
    for (const listener of listeners) listener()
  }, 5000)
}

/** The place where announcements appear, once on the page. */
export function Announcements() {
  const { text } = useSyncExternalStore(subscribe, () => said)
  return <output className={text === '' ? 'announcement' : 'announcement has-text'}>{text}</output>
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}
