import { requestsForm } from './requests.ts';

/** 表三 of edition 2019: （六）其他处理 is one line. */
export const requests2019 = requestsForm({ key: '其他处理', id: 'other', label: '（六）其他处理' });
