import { PICTURES, pictureElement } from '../../src/exports/pictureList.ts';

// An entry beside that of the app: through it the tests reach the pictures as the desk does, in files that are loaded when asked for.
Reflect.set(window, 'pictures', { PICTURES, pictureElement, load: () => import('../../src/exports/picture.ts') });
