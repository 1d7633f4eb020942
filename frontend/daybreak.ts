import '@fontsource-variable/inter/index.css';

/**
 * Keys of the screens. A button says which key presses it with data-key, or which keys, the one that is shown first; nothing
 * happens while somebody types, and only what can be seen is pressed.
 */
const editable = (target: EventTarget | undefined): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName));

/** What is typed between Ctrl K and the opening of the palette; undefined when it is not opening. */
let typedAhead: string | undefined;
let enteredAhead = false;

const openPalette = (): void => {
  if (document.querySelector('[data-palette-words]')) {
    return;
  }
  typedAhead = '';
  enteredAhead = false;
  document.querySelector<HTMLElement>('[data-palette]')?.click();
  setTimeout(() => {
    typedAhead = undefined;
  }, 3_000);
};

const typeAhead = (event: KeyboardEvent): boolean => {
  if (typedAhead === undefined || event.ctrlKey || event.metaKey || event.altKey) {
    return false;
  }
  if (event.key.length === 1) {
    typedAhead += event.key;
  } else if (event.key === 'Enter') {
    enteredAhead = true;
  } else {
    return false;
  }
  event.preventDefault();
  return true;
};

document.addEventListener('focusin', (event) => {
  const words = (event.target as HTMLElement).closest<HTMLElement>('[data-palette-words]');
  if (!words || typedAhead === undefined) {
    return;
  }
  const typed = typedAhead;
  typedAhead = undefined;
  if (typed) {
    (words as HTMLElement & { value: string }).value = typed;
    words.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
  }
  if (enteredAhead) {
    openFirst(words, 40);
  }
});

/** Opens the first entry once the entries belong to the words as they are now: never one that was found for less of them. */
const openFirst = (words: HTMLElement, tries: number): void => {
  const found = document.querySelector<HTMLElement>('.palette-found');
  if (found?.dataset.words === (words as HTMLElement & { value: string }).value.trim()) {
    found.querySelector<HTMLElement>('.palette-entry')?.click();
  } else if (tries > 0) {
    setTimeout(() => openFirst(words, tries - 1), 50);
  }
};

/** Arrow keys go from the words to the entries and through them; typing goes on in the words. */
const moveInPalette = (event: KeyboardEvent): void => {
  const words = document.querySelector<HTMLElement>('[data-palette-words]');
  if (!words || !['ArrowDown', 'ArrowUp', 'Enter'].includes(event.key)) {
    return;
  }
  const entries = [...document.querySelectorAll<HTMLElement>('.palette-entry')];
  const at = entries.indexOf(document.activeElement as HTMLElement);
  if (event.key === 'Enter') {
    if (at < 0) {
      openFirst(words, 40);
    }
    return;
  }
  event.preventDefault();
  const next = at + (event.key === 'ArrowDown' ? 1 : -1);
  (next < 0 ? words : entries[Math.min(next, entries.length - 1)])?.focus();
};

document.addEventListener('keydown', (event) => {
  if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') {
    event.preventDefault();
    openPalette();
    return;
  }
  if (typeAhead(event)) {
    return;
  }
  moveInPalette(event);
  // a part of the screen that goes by arrow keys itself has taken them
  if (event.defaultPrevented && event.key.startsWith('Arrow')) {
    return;
  }
  if (event.ctrlKey || event.metaKey || event.altKey || editable(event.composedPath()[0])) {
    return;
  }
  if (document.querySelector('vaadin-dialog[opened], vaadin-confirm-dialog[opened]')) {
    return;
  }
  const button = document.querySelector<HTMLElement>(`[data-key~="${CSS.escape(event.key.toLowerCase())}"]`);
  if (button?.checkVisibility() && !button.hasAttribute('disabled')) {
    event.preventDefault();
    // a field is gone to, everything else is pressed
    if (button.matches('vaadin-text-area, vaadin-text-field, vaadin-combo-box')) {
      button.focus();
    } else {
      button.click();
    }
  }
});

/** A dialog puts the focus on what is to be filled in first, after it has taken it for itself. */
document.addEventListener(
  'opened-changed',
  (event) => {
    const dialog = event.target;
    if (dialog instanceof HTMLElement && dialog.localName === 'vaadin-dialog' && (event as CustomEvent).detail?.value) {
      setTimeout(() => {
        const first = dialog.querySelector<HTMLElement>('[data-autofocus]');
        (first?.querySelector<HTMLElement>('vaadin-radio-button') ?? first)?.focus();
      }, 100);
    }
  },
  true,
);

/** Tells the server now and then that somebody is there: screens that nobody uses are locked. */
let toldAt = 0;
const used = (): void => {
  if (Date.now() - toldAt > 5_000) {
    toldAt = Date.now();
    document.getElementById('daybreak-used')?.dispatchEvent(new CustomEvent('daybreak-used'));
  }
};
['pointerdown', 'keydown', 'wheel', 'touchstart'].forEach((kind) =>
  document.addEventListener(kind, used, { capture: true, passive: true }),
);
