export { canSave, isRunning, OutputFailure, saveAll, saveText, type Target } from './writers/save.ts';
