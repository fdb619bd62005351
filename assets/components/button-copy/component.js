const button = root.querySelector('.do');
const say = root.querySelector('.say');
const status = root.querySelector('[role=status]');
const before = say.textContent;
button.addEventListener('click', async () => {
  try {
    await navigator.clipboard.writeText(root.querySelector('.what').textContent.trim());
    say.textContent = 'Copied';
    status.textContent = 'Copied';
  } catch {
    getSelection().selectAllChildren(root.querySelector('.what'));
  }
  setTimeout(() => { say.textContent = before; status.textContent = ''; }, 2000);
});
