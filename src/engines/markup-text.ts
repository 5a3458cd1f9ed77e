/**
 * A text as it may stand in XML and HTML: characters that markup cannot hold become spaces, halves
 * of characters the replacement sign; marks that turn or hide writing (direction overrides, soft
 * hyphen, zero-width space) are left out, as in the printed letter.
 */
export function markupText(text: string): string {
  if (/^[\u0020-\u007e]*$/.test(text)) return text
  return text
    .toWellFormed()
    .replace(/[\u00ad\u200b\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/g, '')
    .replace(/\p{Cc}|[\u2028\u2029]|\p{Noncharacter_Code_Point}/gu, ' ')
}

/** The same, escaped: nothing in it acts as markup, in text or in a quoted attribute. */
export function escapeMarkup(text: string): string {
  return markupText(text).replace(/[&<>"']/g, (sign) => entities[sign] ?? sign)
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}
