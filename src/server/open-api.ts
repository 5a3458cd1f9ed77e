import { z } from 'zod'
import { csrfHeader, type Operation, operations, problemShape } from '#api'

type JsonObject = { readonly [name: string]: unknown }

/** The description of the API (OpenAPI 3.1), made from the list of operations. */
export function openApiDocument(version: string): JsonObject {
  const schemas: Record<string, unknown> = { Problem: schemaOf(problemShape, 'output') }
  const paths: Record<string, Record<string, unknown>> = {}
  for (const operation of Object.values<Operation>(operations)) {
    const path = (paths[operation.path] ??= {})
    path[operation.method.toLowerCase()] = describe(operation, schemas)
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'OpenIMR',
      version,
      description:
        'Independent Medical Review, from the application to the published determination. ' +
        'Every refusal is problem+json (RFC 9457) with code, authority and what to do next.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/' }],
    paths,
    components: {
      schemas,
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: 'openimr' },
        csrf: { type: 'apiKey', in: 'header', name: csrfHeader },
      },
    },
  }
}

function describe(operation: Operation, schemas: Record<string, unknown>): JsonObject {
  const unsafe = operation.method !== 'GET'
  const open = operation.policy.public !== 'none'
  return {
    operationId: operation.id,
    summary: operation.summary,
    description: `Authority: ${operation.authority}.`,
    'x-policy': operation.policy,
    security: [{ ...(open ? {} : { session: [] }), ...(unsafe ? { csrf: [] } : {}) }],
    parameters: [
      ...parametersOf(operation, 'path', operation.params, schemas),
      ...parametersOf(operation, 'query', operation.query, schemas),
    ],
    ...(unsafe ? { requestBody: requestBodyOf(operation, schemas) } : {}),
    responses: {
      200: {
        description: operation.answers === undefined ? 'The answer' : 'The bytes',
        content:
          operation.answers === undefined
            ? {
                'application/json': {
                  schema: component(`${operation.id}Answer`, operation.answer, 'output', schemas),
                },
              }
            : { [operation.answers]: {} },
      },
      default: {
        description: 'Refused, or failed',
        content: {
          'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } },
        },
      },
    },
  }
}

function requestBodyOf(operation: Operation, schemas: Record<string, unknown>): JsonObject {
  return operation.takes === undefined
    ? {
        required: false,
        content: {
          'application/json': {
            schema: component(`${operation.id}Body`, operation.body, 'input', schemas),
          },
        },
      }
    : { required: true, content: { [operation.takes]: {} } }
}

function parametersOf(
  operation: Operation,
  place: 'path' | 'query',
  shape: z.ZodType,
  schemas: Record<string, unknown>,
): readonly JsonObject[] {
  const { schema, defs } = split(schemaOf(shape, 'input'), `${operation.id}_${place}`)
  Object.assign(schemas, defs)
  const { properties, required } = schema as {
    properties?: Record<string, unknown>
    required?: readonly string[]
  }
  return Object.entries(properties ?? {}).map(([name, each]) => ({
    name,
    in: place,
    required: place === 'path' || (required ?? []).includes(name),
    schema: each,
  }))
}

/** Keeps the schema under its name and gives the reference to it. */
function component(
  name: string,
  shape: z.ZodType,
  direction: 'input' | 'output',
  schemas: Record<string, unknown>,
): JsonObject {
  const { schema, defs } = split(schemaOf(shape, direction), name)
  Object.assign(schemas, { [name]: schema }, defs)
  return { $ref: `#/components/schemas/${name}` }
}

function schemaOf(shape: z.ZodType, direction: 'input' | 'output'): JsonObject {
  const { $schema: _, ...schema } = z.toJSONSchema(shape, {
    io: direction,
    unrepresentable: 'any',
    target: 'draft-2020-12',
  }) as JsonObject
  return schema
}

/** Definitions inside a schema become components of their own, and references point there. */
function split(
  schema: JsonObject,
  name: string,
): { readonly schema: JsonObject; readonly defs: Record<string, unknown> } {
  const text = JSON.stringify(schema).replaceAll('"#/$defs/', `"#/components/schemas/${name}_`)
  const { $defs, ...rest } = JSON.parse(text) as JsonObject & { readonly $defs?: JsonObject }
  return {
    schema: rest,
    defs: Object.fromEntries(
      Object.entries($defs ?? {}).map(([each, value]) => [`${name}_${each}`, value]),
    ),
  }
}
