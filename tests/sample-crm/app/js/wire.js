// Behaviour shared by all views, delegated from the main element because views are replaced whole.

function selectTab(tab) {
  const tablist = tab.parentElement;
  for (const other of tablist.children) {
    const isChosen = other === tab;
    other.setAttribute('aria-selected', String(isChosen));
    other.tabIndex = isChosen ? 0 : -1;
    document.getElementById(other.getAttribute('aria-controls')).hidden = !isChosen;
  }
  tab.focus();
}

/** Makes tabs and note fields work. */
export function wire(main) {
  main.addEventListener('click', (event) => {
    const tab = event.target.closest('[role=tab]');
    if (tab) selectTab(tab);
  });
  main.addEventListener('keydown', (event) => {
    const tab = event.target.closest('[role=tab]');
    const next = { ArrowRight: 'nextElementSibling', ArrowLeft: 'previousElementSibling' }[event.key];
    if (tab && next && tab[next]) selectTab(tab[next]);
  });
  main.addEventListener('input', (event) => {
    const status = event.target.closest('[data-note]')?.querySelector('.saved');
    if (status) status.textContent = 'Not saved yet';
  });
  main.addEventListener('submit', (event) => {
    const form = event.target.closest('[data-note]');
    if (!form) return;
    event.preventDefault();
    form.querySelector('.saved').textContent = 'Saved';
  });
}
