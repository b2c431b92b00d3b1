/** The style of all pages. */
export const pageStyle = `:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
body { margin: 0; display: grid; grid-template: "bar bar" auto "menu main" 1fr / auto 1fr; min-height: 100vh; }
header { grid-area: bar; display: flex; gap: 1rem; padding: 0.75rem 1.5rem; border-bottom: 1px solid #8888; }
nav { grid-area: menu; padding: 1rem 1.5rem; border-right: 1px solid #8888; }
nav ul { list-style: none; margin: 0; padding: 0; }
main { grid-area: main; max-width: 32rem; width: 100%; margin: 15vh auto 0; padding: 0 1.5rem; box-sizing: border-box; }
form { display: grid; gap: 0.5rem; }
input, button { font: inherit; padding: 0.5rem 0.75rem; }
fieldset { display: flex; gap: 0.5rem; }
[hidden] { display: none; }
`;

/**
 * The script of all pages: asks once a second how the room is, shows the part for its state, and sends what is pressed.
 * A lost connection is told by the next answer's absence: the page says so and goes on asking.
 */
export const pageScript = `const main = document.querySelector('main[data-seat]');
const seat = main?.dataset.seat;

function show({ state, heading, isRated }) {
  main.dataset.state = state;
  main.querySelector('h1').textContent = heading;
  for (const part of main.querySelectorAll('[data-while]')) part.hidden = part.dataset.while !== state;
  for (const part of main.querySelectorAll('[data-rating]')) part.hidden = isRated || state !== 'ended';
  document.title = heading + ' - 8x8 Video Interaction (simulated)';
}

async function ask(path = '', body) {
  const init = body === undefined ? {} : { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
  const problem = main.querySelector('[role="alert"]');
  try {
    const response = await fetch('/simulated/seats/' + seat + path, init);
    if (!response.ok) throw new Error(String(response.status));
    show(await response.json());
    problem.textContent = '';
  } catch {
    problem.textContent = 'No connection to the service. Trying again.';
  }
}

if (main) {
  main.querySelector('[data-end]').addEventListener('click', () => void ask('/end', {}));
  for (const button of main.querySelectorAll('[data-stars]')) {
    button.addEventListener('click', () => void ask('/rating', { stars: Number(button.dataset.stars) }));
  }
  const poll = async () => {
    await ask();
    if (main.dataset.state !== 'ended') setTimeout(poll, 1000);
  };
  setTimeout(poll, 1000);
}
`;
