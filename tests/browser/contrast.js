// Every text that is seen, with the contrast that it has: for what the accessibility checker leaves to be looked at.
() => {
  const channel = (value) => (value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
  const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  const rgba = (colour) => {
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = colour;
    canvas.fillRect(0, 0, 1, 1);
    return [...canvas.getImageData(0, 0, 1, 1).data];
  };
  const over = ([r, g, b, a], [R, G, B]) => [r, g, b].map((one, index) => (one * a + [R, G, B][index] * (255 - a)) / 255);
  const light = (colour) => colour.map((one) => channel(one / 255)).reduce((sum, one, index) => sum + one * [0.2126, 0.7152, 0.0722][index], 0);
  const parentOf = (node) => node.parentElement ?? node.getRootNode().host ?? null;
  const groundOf = (node) => {
    const layers = [];
    for (let one = node; one; one = parentOf(one)) {
      const colour = rgba(getComputedStyle(one).backgroundColor);
      layers.push(colour);
      if (colour[3] === 255) break;
    }
    return layers.reverse().reduce((ground, layer) => over(layer, ground), [255, 255, 255]);
  };
  const found = [];
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const node = texts.currentNode.parentElement;
    const style = getComputedStyle(node);
    const box = node.getBoundingClientRect();
    if (!texts.currentNode.data.trim() || box.width < 2 || box.height < 2 || style.visibility === 'hidden' || !node.closest('[data-sidelight]')) continue;
    const ground = groundOf(node);
    const [one, other] = [light(over(rgba(style.color), ground)), light(ground)].sort((a, b) => b - a);
    const large = parseFloat(style.fontSize) >= 24 || (parseFloat(style.fontSize) >= 18.66 && Number(style.fontWeight) >= 700);
    const ratio = (one + 0.05) / (other + 0.05);
    if (ratio < (large ? 3 : 4.5)) found.push(`${texts.currentNode.data.trim().slice(0, 40)}: ${ratio.toFixed(2)}`);
  }
  return found;
}
