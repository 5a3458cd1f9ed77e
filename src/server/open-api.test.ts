import { describe, expect, it } from 'vitest'
import { type Operation, operations } from '#api'
import { openApiDocument } from './open-api.ts'

type Described = {
  readonly operationId: string
  readonly parameters: readonly { readonly name: string; readonly in: string }[]
  readonly requestBody?: unknown
  readonly 'x-policy': unknown
}
type Document = {
  readonly openapi: string
  readonly paths: Readonly<Record<string, Readonly<Record<string, Described>>>>
  readonly components: { readonly schemas: Readonly<Record<string, unknown>> }
}

const document = JSON.parse(JSON.stringify(openApiDocument('1.0.0'))) as Document
const all = Object.values<Operation>(operations)

describe('the description of the API', () => {
  it.each(all.map((operation) => [operation.id, operation]))('has %s', (id, operation) => {
    const described = document.paths[operation.path]?.[operation.method.toLowerCase()]
    expect(described?.operationId).toBe(id)
    expect(described?.['x-policy']).toEqual(operation.policy)
    const inPath = [...operation.path.matchAll(/\{(\w+)\}/g)].map((match) => match[1])
    expect(
      described?.parameters.filter((each) => each.in === 'path').map((each) => each.name),
    ).toEqual(inPath)
    expect(described?.requestBody === undefined).toBe(operation.method === 'GET')
  })

  it('has nothing else, and no id twice', () => {
    const ids = Object.values(document.paths).flatMap((path) =>
      Object.values(path).map((each) => each.operationId),
    )
    expect(ids.toSorted()).toEqual(Object.keys(operations).toSorted())
    expect(new Set(ids).size).toBe(ids.length)
  })

  it('refers only to what it contains, and refuses unknown fields', () => {
    const references = [...JSON.stringify(document).matchAll(/"\$ref":"([^"]+)"/g)]
    expect(references.length).toBeGreaterThan(40)
    for (const [, reference] of references) {
      const name = reference?.replace('#/components/schemas/', '') ?? ''
      expect(Object.keys(document.components.schemas)).toContain(name)
    }
    expect(document.openapi).toBe('3.1.0')
    expect(document.components.schemas['submitApplicationBody']).toMatchObject({
      additionalProperties: false,
      properties: { employee: { additionalProperties: false } },
    })
  })
})
