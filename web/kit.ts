/**
 * The parts that most pages use. Every page's module asks for them first, so that they come as one file that all pages
 * share: a browser asks for a handful of files, not for one per part.
 */
import './format.ts';
import './ui/card.tsx';
import './ui/dialog.tsx';
import './ui/field.tsx';
import './ui/filter.tsx';
import './ui/form-dialog.tsx';
import './ui/notice.tsx';
import './ui/tick-box.tsx';
import './ui/use-action.ts';
import './ui/warning.tsx';
