export { canSave, OutputFailure, saveAll, saveText, type Target } from './writers/save.ts';
