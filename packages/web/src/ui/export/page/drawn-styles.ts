const SIDES = ['top', 'right', 'bottom', 'left'];
const CORNERS = ['top-left', 'top-right', 'bottom-right', 'bottom-left'];

/**
 * The styles that decide how a page looks when nothing moves. A browser knows four times as many, and a page that is drawn is
 * written out with all its styles element by element: these alone make it several times as fast.
 */
export const DRAWN_STYLES: string[] = [
  'display', 'position', ...SIDES, 'float', 'clear', 'z-index', 'visibility', 'opacity', 'box-sizing',
  'width', 'height', 'min-width', 'min-height', 'max-width', 'max-height', 'aspect-ratio', 'object-fit', 'object-position',
  ...SIDES.flatMap((side) => [`margin-${side}`, `padding-${side}`, `border-${side}-width`, `border-${side}-style`, `border-${side}-color`]),
  ...CORNERS.map((corner) => `border-${corner}-radius`),
  'border-collapse', 'border-spacing', 'outline-color', 'outline-style', 'outline-width', 'outline-offset', 'box-shadow',
  'background-color', 'background-image', 'background-size', 'background-position', 'background-repeat', 'background-clip', 'background-origin',
  'color', 'direction', 'unicode-bidi', 'writing-mode',
  'font-family', 'font-size', 'font-weight', 'font-style', 'font-stretch', 'font-variant-numeric', 'font-feature-settings', 'font-variation-settings', 'font-optical-sizing',
  'line-height', 'letter-spacing', 'word-spacing', 'text-align', 'text-indent', 'text-transform', 'text-overflow', 'text-shadow',
  'text-decoration-line', 'text-decoration-color', 'text-decoration-style', 'text-decoration-thickness', 'text-underline-offset',
  'white-space-collapse', 'text-wrap-mode', 'text-wrap-style', 'overflow-wrap', 'word-break', 'hyphens', 'vertical-align',
  'list-style-type', 'list-style-position', 'list-style-image', 'content', 'table-layout', 'caption-side', 'empty-cells',
  'flex-grow', 'flex-shrink', 'flex-basis', 'flex-direction', 'flex-wrap', 'order', 'row-gap', 'column-gap',
  'align-content', 'align-items', 'align-self', 'justify-content', 'justify-items', 'justify-self',
  'grid-template-columns', 'grid-template-rows', 'grid-template-areas', 'grid-auto-columns', 'grid-auto-rows', 'grid-auto-flow',
  'grid-column-start', 'grid-column-end', 'grid-row-start', 'grid-row-end',
  'overflow-x', 'overflow-y', 'clip', 'clip-path', 'transform', 'transform-origin', 'transform-box', 'translate', 'rotate', 'scale', 'filter', 'mix-blend-mode', 'isolation',
  'fill', 'fill-opacity', 'fill-rule', 'stroke', 'stroke-width', 'stroke-opacity', 'stroke-dasharray', 'stroke-dashoffset', 'stroke-linecap', 'stroke-linejoin',
  'vector-effect', 'text-anchor', 'dominant-baseline', 'paint-order', 'stop-color', 'stop-opacity',
];
