/** Text of strangers that is safe to print: a tab as a space, control and direction marks by their number. */
export const safe = (text: string): string =>
  text.replaceAll('\t', ' ').replace(
    // What would move the cursor, begin a line or turn the text around; made when something is printed, for it is dear to make.
    /[\p{Cc}\p{Cf}\u2028\u2029]/gu,
    (character) => `<U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}>`,
  );
