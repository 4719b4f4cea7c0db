/**
 * The Flesch–Kincaid grade of an English text: roughly the years of school it takes to read it with ease.
 *
 * Grade = 0.39 × words a sentence + 11.8 × syllables a word − 15.59 (Kincaid and others, 1975). Syllables are counted by rule, so a single
 * word may be one out. That evens out over some twenty words; ask it of no fewer.
 */
export function readingGrade(text: string): number {
  const sentences = text.split(/[.?!]+(?:["\s]|$)/).filter((sentence) => /\p{L}/u.test(sentence)).length;
  const words = text.match(/[\p{L}'’]+/gu) ?? [];
  if (words.length === 0) return 0;
  const syllables = words.reduce((sum, word) => sum + syllablesIn(word), 0);
  return 0.39 * (words.length / sentences) + 11.8 * (syllables / words.length) - 15.59;
}

/** Groups of vowels, without a silent "e" and with neighbours that are spoken apart. */
export function syllablesIn(word: string): number {
  const spoken = word
    .toLowerCase()
    .replace(/[^a-z]/g, "")
    .replace(/(?<=[a-z]{2}[^aeiouy])e(?=(ly|ment|ful|less|where|thing|one)$)/, "")
    .replace(/(?<=[aeiouy][a-z]*[^l])e$|(?<=[aeiouy]l)e$/, "")
    .replace(/(?<=[^aeiouydt])ed$/, "d")
    .replace(/(?<=[^aeiouycgsxz])es$/, "s");
  const groups = spoken.match(/[aeiouy]+/g)?.length ?? 0;
  const apart = spoken.match(/i[ao](?!n)|[aeiou]ing|(?<=[dr])ea$/g)?.length ?? 0;
  return Math.max(1, groups + apart);
}
