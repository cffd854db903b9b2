import { describe, expect, test } from 'vitest';
import { reveals } from '../../shared/rules/revealing.ts';

const whom = { name: '李 奶奶', phone: '0571-8888 1234', address: '柳荫路 8 号 3 单元 201' };

describe('a text gives somebody away', () => {
  test.each([
    ['by the name', '到了叫一声李奶奶'],
    ['by the phone as it was given', '请打 0571-88881234'],
    ['by the phone without its area', '请打 8888 1234'],
    ['by any mobile number', '女儿电话 139 1234 5678'],
    ['by digits of another width', '请打８８８８１２３４'],
    ['by the whole address', '在柳荫路8号3单元201'],
    ['by the number of the room', '201 有狗'],
    ['by the last two numbers of the address', '3-201，楼梯陡'],
    ['by a door of whatever building', '9栋502有狗'],
    ['by a door in Chinese numbers', '三单元五〇二'],
    ['by a house of a street', '送到柳荫路八号'],
  ])('%s: %s', (_, text) => {
    expect(reveals(whom, text)).toBe(true);
  });

  test('in the country by the last two numbers together, and by neither alone', () => {
    const village = { ...whom, address: '河湾村 3 组 12 号' };
    expect(reveals(village, '3组12号')).toBe(true);
    expect(reveals(village, '养了 12 只鸡')).toBe(false);
    expect(reveals(village, '3 点以后来')).toBe(false);
  });

  test('not by what helpers should know', () => {
    const told = ['家里有一只猫', '住 5 楼，没有电梯', '3 单元门口台阶滑', '2026 年 3 月做过手术', '每天吃 2 次药', ''];
    for (const text of told) expect(reveals(whom, text), text).toBe(false);
  });

  test('not by a phone without digits', () => {
    expect(reveals({ ...whom, phone: '-----' }, '家里有一只猫')).toBe(false);
  });
});
