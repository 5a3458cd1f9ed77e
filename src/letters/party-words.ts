import type { ServedRecipient } from '#case'
import type { PartyRole, PersonName, PostalAddress } from '#intake'

/** How letters name a party to a layperson. */
export const partyWords: Readonly<Record<PartyRole, string>> = {
  employee: 'Injured worker',
  representative: 'Worker’s representative',
  'requesting-physician': 'Requesting physician',
  'claims-administrator': 'Claims administrator',
  employer: 'Employer',
  'administrative-director': 'Administrative Director, Division of Workers’ Compensation',
}

/** How letters name a way of service. */
export const serviceWords: Readonly<Record<ServedRecipient['method'], string>> = {
  mail: 'First-class mail',
  electronic: 'Electronic',
  fax: 'Fax',
  personal: 'Personal delivery',
}

export function printName(name: PersonName): string {
  return [name.first, name.middle, name.last].filter((part) => part).join(' ')
}

/** An address as the lines of an envelope. */
export function printAddress(address: PostalAddress): readonly string[] {
  return [
    address.street,
    `${address.city}, ${address.state} ${address.zip}`,
    ...(address.country === undefined ? [] : [address.country]),
  ]
}

/** Words that began a line, set inside a sentence. */
export function lowerFirst(words: string): string {
  return words.startsWith('Administrative Director')
    ? words
    : words.charAt(0).toLowerCase() + words.slice(1)
}
