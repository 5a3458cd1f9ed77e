import { z } from 'zod'

/**
 * The same shape, refusing unknown fields at every depth. Shapes shared by answers and bodies are
 * written open; a body is read strictly, so that a misspelt field is refused and not lost.
 */
export function strictly<Shape extends z.ZodType>(shape: Shape): Shape {
  // The shape changes in what it refuses, not in its type; zod's types cannot say that.
  return strict(shape) as Shape
}

function strict(shape: z.core.$ZodType): z.ZodType {
  if (shape instanceof z.ZodObject) {
    return z.strictObject(
      Object.fromEntries(
        Object.entries(shape.shape as Record<string, z.core.$ZodType>).map(([name, member]) => [
          name,
          strict(member),
        ]),
      ),
    )
  }
  if (shape instanceof z.ZodDiscriminatedUnion) {
    const [first, ...others] = shape.def.options.map(strict)
    return first ? z.union([first, ...others]) : shape
  }
  if (shape instanceof z.ZodArray) return z.array(strict(shape.element))
  if (shape instanceof z.ZodReadonly) return strict(shape.unwrap()).readonly()
  if (shape instanceof z.ZodNullable) return strict(shape.unwrap()).nullable()
  if (shape instanceof z.ZodExactOptional) return strict(shape.unwrap()).exactOptional()
  if (shape instanceof z.ZodTuple) {
    const { items, rest } = shape.def
    const [first, ...others] = items.map((item: z.core.$ZodType) => strict(item))
    if (!first) return z.tuple([])
    return rest === null ? z.tuple([first, ...others]) : z.tuple([first, ...others], strict(rest))
  }
  return shape as z.ZodType
}
