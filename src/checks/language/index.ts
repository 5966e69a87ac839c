import type { Check } from '../subject.ts';
import { checkInvisible } from './invisible.ts';
import { checkPrivacy } from './privacy.ts';
import { checkPunctuation } from './punctuation.ts';
import { checkDigits, checkSpaces } from './width.ts';

export { inspectCell, inspectText, type PersonalNumber } from './privacy.ts';

const checks: readonly Check[] = [checkPunctuation, checkDigits, checkSpaces, checkInvisible, checkPrivacy];

/** How the text is typed, and numbers of persons that must not be published (条例 art. 15). */
export const checkLanguage: Check = (subject) => checks.flatMap((check) => check(subject));
