import { useSyncExternalStore } from 'react'

/** Says that the connection is gone: what is on its way waits, and nothing is lost. */
export function Offline() {
  const online = useSyncExternalStore(subscribe, () => navigator.onLine)
  return (
    <output className={online ? 'offline' : 'offline is-off'}>
      {online
        ? ''
        : 'There is no connection. What you open or send waits and goes on when it is back.'}
    </output>
  )
}

function subscribe(listener: () => void): () => void {
  window.addEventListener('online', listener)
  window.addEventListener('offline', listener)
  return () => {
    window.removeEventListener('online', listener)
    window.removeEventListener('offline', listener)
  }
}
