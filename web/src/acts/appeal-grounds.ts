/** The five grounds of Labor Code 4610.6(h), in plain words. */
export const appealGrounds = [
  ['1', '1: The Administrative Director acted without or in excess of powers'],
  ['2', '2: The determination was procured by fraud'],
  ['3', '3: The reviewer had a material conflict of interest'],
  ['4', '4: Bias on the basis of race, origin, religion, age, sex, or another protected class'],
  ['5', '5: A plainly wrong finding of fact, a matter of ordinary knowledge'],
] as const

export type GroundChoice = (typeof appealGrounds)[number][0]

/** The ground as the API names it. */
export function groundOf(choice: GroundChoice): 1 | 2 | 3 | 4 | 5 {
  const numbers = { '1': 1, '2': 2, '3': 3, '4': 4, '5': 5 } as const
  return numbers[choice]
}
