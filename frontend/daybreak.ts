import '@fontsource-variable/inter/index.css';

/**
 * Keys of the screens. A button says which key presses it with data-key; nothing happens while somebody types, and only
 * what can be seen is pressed.
 */
const editable = (target: EventTarget | undefined): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName));

const focusSearch = (): void => {
  document.querySelector<HTMLElement>('[data-search]')?.focus();
};

document.addEventListener('keydown', (event) => {
  if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') {
    event.preventDefault();
    focusSearch();
    return;
  }
  if (event.ctrlKey || event.metaKey || event.altKey || editable(event.composedPath()[0])) {
    return;
  }
  if (document.querySelector('vaadin-dialog[opened], vaadin-confirm-dialog[opened]')) {
    return;
  }
  const button = document.querySelector<HTMLElement>(`[data-key="${CSS.escape(event.key.toLowerCase())}"]`);
  if (button?.checkVisibility() && !button.hasAttribute('disabled')) {
    event.preventDefault();
    button.click();
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
