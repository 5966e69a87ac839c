import type { Form } from '../forms/form.ts';

/** Whether the rows of a table have the same columns, so that a row may be a list of numbers in their order. */
export const isListed = (form: Form): boolean => form.arrangement === 'matrix' || form.arrangement === 'band';
