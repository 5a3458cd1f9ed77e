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
