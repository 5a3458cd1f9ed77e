import { expect, it } from 'vitest'
import { actOfKey, isCharacterKey } from './viewer-keys.ts'

const plain = { altKey: false, ctrlKey: false, metaKey: false }

it('turns pages with the keys that turn pages elsewhere', () => {
  expect(actOfKey({ ...plain, key: 'PageDown' })).toBe('next-page')
  expect(actOfKey({ ...plain, key: 'Home' })).toBe('first-page')
})

it('tells the next place found from the previous one by the shift key', () => {
  expect(actOfKey({ ...plain, key: 'n' })).toBe('next-hit')
  expect(actOfKey({ ...plain, key: 'N' })).toBe('previous-hit')
})

it('leaves to the browser what is pressed with Control, Alt or Command', () => {
  expect(actOfKey({ ...plain, key: 'r', ctrlKey: true })).toBeNull()
  expect(actOfKey({ ...plain, key: '0', metaKey: true })).toBeNull()
  expect(actOfKey({ ...plain, key: 'ArrowLeft', altKey: true })).toBeNull()
})

it('knows which keys are single characters, for people who speak to their computer', () => {
  expect(isCharacterKey('g')).toBe(true)
  expect(isCharacterKey('PageDown')).toBe(false)
})
