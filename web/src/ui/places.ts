/** A field path as a person would say it: `employee.name.first` → "Employee, name, first". */
export function placeInWords(where: string): string {
  const words = where
    .replace(/^(?:body|application|params|query)\./, '')
    .replace(/\[(\d+)\]/g, (_, index: string) => `.${Number(index) + 1}`)
    .split('.')
    .map((part) => part.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase())
    .join(', ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** Why something was refused, without the place that is said or seen beside it already. */
export function withoutPlace({
  because,
  where,
}: {
  readonly because: string
  readonly where?: string
}): string {
  const rest =
    where !== undefined && because.startsWith(`${where} `)
      ? because.slice(where.length + 1)
      : because
  return rest === 'is empty' ? 'this is empty' : rest
}
