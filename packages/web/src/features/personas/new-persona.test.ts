import { describe, expect, it } from 'vitest';
import { readPersonaJson } from './read-persona-json.ts';
import { listTemplates, mapToAttributes, toMappingRules } from './templates.ts';

describe('templates', () => {
  const held = [
    { attribute: 'page_views', label: null },
    { attribute: 'age', label: null },
    { attribute: 'q7', label: 'How likely are you to recommend us?' },
    { attribute: 'satisfaction', label: null },
  ];

  it('find the attributes of the data that they need, by name or question', () => {
    const [promoter, , starter] = listTemplates();
    expect(promoter && mapToAttributes(promoter, held)).toEqual({ recommend: 'q7', satisfaction: 'satisfaction', effort: null });
    expect(starter && mapToAttributes(starter, held)).toMatchObject({ age: 'age', occupation: null });
  });

  it('make rules of what was chosen only, and none of nothing', () => {
    const promoter = listTemplates()[0];
    if (promoter === undefined) throw new Error('There is a first template');
    expect(toMappingRules(promoter, { recommend: 'q7', satisfaction: null })).toEqual({ rules: [{ attribute: 'q7', is: { atLeast: 9 } }] });
    expect(toMappingRules(promoter, {})).toBeNull();
  });
});

describe('personas from JSON', () => {
  it.each([
    ['{"name":"Maya","mapping_rules":{"age":{"min":25}},"id":7}', [{ name: 'Maya', mapping_rules: { age: { min: 25 } } }]],
    ['[{"name":"A"},{"name":"B"}]', [{ name: 'A' }, { name: 'B' }]],
    ['{"personas":[{"name":"A","tags":["x"]}]}', [{ name: 'A', tags: ['x'] }]],
    ['{"age":{"min":25}}', [{ name: 'Persona from rules', mapping_rules: { age: { min: 25 } } }]],
  ])('%s', (text, personas) => expect(readPersonaJson(text)).toEqual({ personas, problem: null }));

  it.each(['', '{', '[]', '{}', '[1]', '"Maya"', '[{"name":"A"}, 2]'])('%j is refused with a reason', (text) => {
    expect(readPersonaJson(text).personas).toEqual([]);
    expect(readPersonaJson(text).problem).toMatch(/JSON|persona/);
  });
});
