import { type RefObject, useEffect, useRef } from 'react'
import { type CorrectionAct, correctionOfKey } from './correction-keys.ts'
import { useSingleKeys } from './single-keys.ts'
import { actOfKey, isCharacterKey, type ViewerAct } from './viewer-keys.ts'

/**
 * Hears keys for the viewer. Keys that also scroll or move elsewhere act only inside it or where
 * nothing has the focus; letters act wherever nothing is typed, unless they were switched off.
 */
export function useViewerKeys(
  view: RefObject<HTMLElement | null>,
  act: (asked: ViewerAct) => void,
): void {
  const [single] = useSingleKeys()
  const latest = useRef(act)
  useEffect(() => {
    latest.current = act
  })
  useEffect(() => {
    const hear = (event: KeyboardEvent): void => {
      const asked = actOfKey(event)
      const { target } = event
      if (asked === null || event.defaultPrevented || !(target instanceof HTMLElement)) return
      if (isTyping(target) || target.closest('dialog')) return
      if (isCharacterKey(event.key)) {
        if (!single) return
      } else {
        const free = target === document.body || target.matches('h1, main')
        if (!free && !view.current?.contains(target)) return
        if (scrollsSideways(event.key, target)) return
      }
      event.preventDefault()
      latest.current(asked)
    }
    document.addEventListener('keydown', hear)
    return () => document.removeEventListener('keydown', hear)
  }, [view, single])
}

/**
 * Hears keys that correct the documents, while they are corrected. Enter does what it does on
 * buttons and links; elsewhere it confirms.
 */
export function useCorrectionKeys(on: boolean, act: (asked: CorrectionAct) => void): void {
  const [single] = useSingleKeys()
  const latest = useRef(act)
  useEffect(() => {
    latest.current = act
  })
  useEffect(() => {
    if (!on) return
    const hear = (event: KeyboardEvent): void => {
      const { target, key } = event
      if (event.altKey || event.ctrlKey || event.metaKey || event.defaultPrevented) return
      const asked = correctionOfKey(key)
      if (asked === null || !(target instanceof HTMLElement)) return
      if (isTyping(target) || target.closest('dialog')) return
      if (isCharacterKey(key) ? !single : target.closest('button, a, summary')) return
      event.preventDefault()
      latest.current(asked)
    }
    document.addEventListener('keydown', hear)
    return () => document.removeEventListener('keydown', hear)
  }, [on, single])
}

export function isTyping(target: HTMLElement): boolean {
  return target.matches('input, textarea, select, [contenteditable]')
}

/** Whether an arrow key has something to scroll: a page larger than its place. */
function scrollsSideways(key: string, target: HTMLElement): boolean {
  if (key !== 'ArrowLeft' && key !== 'ArrowRight') return false
  const room = target.scrollWidth - target.clientWidth
  if (room <= 1) return false
  return key === 'ArrowRight' ? target.scrollLeft < room - 1 : target.scrollLeft > 1
}
