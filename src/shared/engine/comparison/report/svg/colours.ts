/** Light and dark, to be told apart by the colour-blind too. Source: M. Okabe, K. Ito, Color Universal Design, 2008; the dark ones are brighter. */
const COLOURS = [
  ['#0072b2', '#56b4e9'],
  ['#d55e00', '#f28e4b'],
  ['#009e73', '#3fc79b'],
  ['#a8468a', '#dd92bd'],
  ['#8a6d00', '#e6b800'],
  ['#5b5bd6', '#a5a5ff'],
  ['#7a3b12', '#c98a5f'],
  ['#3f6b3f', '#9ccc9c'],
] as const;

/** Class of the k-th contender. */
export const colourOf = (k: number): string => `c${k % COLOURS.length}`;

const rules = (shade: 0 | 1): string => COLOURS.map((colour, k) => `.c${k} { --own: ${colour[shade]}; }`).join(' ');

export const COLOUR_STYLE = `
${rules(0)}
@media (prefers-color-scheme: dark) { ${rules(1)} }
`;
