const goal = new Date(root.querySelector('.goal').textContent.trim() + 'T00:00:00').getTime();
const part = (name) => root.querySelector('[data-part=' + name + ']');
const tick = () => {
  const left = Math.max(0, Math.floor((goal - Date.now()) / 60000));
  if (Number.isNaN(left)) { return; }
  part('days').textContent = Math.floor(left / 1440);
  part('hours').textContent = Math.floor(left / 60) % 24;
  part('minutes').textContent = left % 60;
};
tick();
setInterval(tick, 20000);
