import { watchDisturbances } from './fields.ts';
import { plainFields } from './plain-fields.ts';
import { reactField } from './react-fields.ts';
import { quillField, tiptapField } from './rich-fields.ts';

watchDisturbances();
const plain = await plainFields();
window.fields = {
  ...plain,
  react: reactField('input', 'React input'),
  'react-lines': reactField('textarea', 'React textarea'),
  tiptap: tiptapField('TipTap'),
  quill: quillField('Quill'),
};
document.title = 'Record';
