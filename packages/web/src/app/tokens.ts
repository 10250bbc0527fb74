/**
 * The design's values as CSS variables, for each colour scheme. Text keeps a contrast of 4.5 and graphics of 3 on the
 * surfaces they lie on, in both; change one only with a measurement.
 */
export const TOKENS = {
  light: {
    '--shadow-1': '0 1px 2px rgb(18 22 28 / .05)',
    '--shadow-2': '0 4px 12px -2px rgb(18 22 28 / .10), 0 1px 3px rgb(18 22 28 / .08)',
    '--shadow-3': '0 16px 40px -8px rgb(18 22 28 / .22), 0 2px 8px rgb(18 22 28 / .08)',
    '--bg': '#F6F7F8', '--surface': '#FFFFFF', '--sunken': '#F0F2F4', '--hover': '#ECEFF2', '--selected': '#E4E8EC',
    '--line': '#E3E6EA', '--line-strong': '#CBD1D8', '--control': '#828B97',
    '--text': '#12161C', '--text-2': '#434D5B', '--text-3': '#5D6877',
    '--ink': '#12161C', '--on-ink': '#FFFFFF', '--link': '#1B56CC', '--focus': '#1B56CC',
    '--strong': '#0B5F5A', '--moderate': '#3A9D91', '--strong-text': '#0B5F5A', '--match-tint': '#E3F1EF',
    '--weak': '#DDE2E7', '--weak-edge': '#7F8A97', '--moderate-text': '#17756B',
    '--ramp-0': '#F0F2F4', '--ramp-1': '#D3EAE6', '--ramp-2': '#A6D5CE', '--ramp-3': '#6DBBB1', '--ramp-4': '#2F9488', '--ramp-5': '#0B5F5A',
    '--warn-line': '#E3B45A', '--bad-line': '#E59A93', '--info-line': '#A9C3F5',
    '--warn-text': '#7A4B00', '--warn-bg': '#FFF4DC', '--bad-text': '#A8201A', '--bad-bg': '#FDEDEB',
    '--info-text': '#1B4DAF', '--info-bg': '#EAF1FE',
    '--c1': '#133B99', '--c2': '#783C04', '--c3': '#A04A86', '--c4': '#107DA9',
    '--c5': '#4F7432', '--c6': '#C9706E', '--c7': '#AA6CE6', '--c8': '#A38016',
  },
  dark: {
    '--shadow-1': 'none',
    '--shadow-2': '0 4px 14px -2px rgb(0 0 0 / .55), 0 0 0 1px #2A313C',
    '--shadow-3': '0 18px 44px -8px rgb(0 0 0 / .7), 0 0 0 1px #333C49',
    '--bg': '#0E1116', '--surface': '#161A21', '--sunken': '#1C212A', '--hover': '#222833', '--selected': '#2A313D',
    '--line': '#272E38', '--line-strong': '#3A4350', '--control': '#758191',
    '--text': '#ECEFF3', '--text-2': '#B9C1CC', '--text-3': '#949EAC',
    '--ink': '#ECEFF3', '--on-ink': '#12161C', '--link': '#8DB5FF', '--focus': '#8DB5FF',
    '--strong': '#63DDCC', '--moderate': '#26897E', '--strong-text': '#63DDCC', '--match-tint': '#14302E',
    '--weak': '#333B47', '--weak-edge': '#7A8695', '--moderate-text': '#52B8AB',
    '--ramp-0': '#1C212A', '--ramp-1': '#16393A', '--ramp-2': '#1A5552', '--ramp-3': '#23796F', '--ramp-4': '#35A596', '--ramp-5': '#63DDCC',
    '--warn-line': '#6F5520', '--bad-line': '#7C3833', '--info-line': '#35517F',
    '--warn-text': '#F0C265', '--warn-bg': '#2A2213', '--bad-text': '#FF9C93', '--bad-bg': '#301A1A',
    '--info-text': '#9DBEFF', '--info-bg': '#172338',
    '--c1': '#5467AF', '--c2': '#B67430', '--c3': '#BE7AA8', '--c4': '#44ACDA',
    '--c5': '#95B570', '--c6': '#A55053', '--c7': '#9C67E8', '--c8': '#E8CE56',
  },
} as const;
