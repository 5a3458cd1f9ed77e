import { homedir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { homeFolder } from './home-folder.ts'

it('keeps data where the user says, else where such data lie, never in the source tree', () => {
  expect(homeFolder({ OPENIMR_HOME: '/srv/imr', XDG_DATA_HOME: '/x' })).toBe('/srv/imr')
  expect(homeFolder({ XDG_DATA_HOME: '/x' })).toBe('/x/openimr')
  expect(homeFolder({ OPENIMR_HOME: '', XDG_DATA_HOME: 'relative' })).toBe(
    join(homedir(), '.openimr'),
  )
})
