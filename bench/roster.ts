/** A district's roster as a spreadsheet: made-up pupils, each with a school, a class and two numbers. */
import { writeXlsxStream } from 'hucre/xlsx';

const headers = ['学校', '学号', '学籍号', '姓名', '性别', '班级', '出生日期', '监护人', '监护人电话'];
const families = [...'王李张刘陈杨黄赵周吴徐孙胡朱高林何郭马罗'];
const given = [...'子涵雨桐思远佳怡明哲可欣宇轩梓萱浩然诗琪俊杰欣妍一诺沐宸若曦景行清扬望舒'];
const grades = [...'一二三四五六'];
const pupilsPerClass = 45;
const classesPerGrade = 6;
const pupilsPerSchool = pupilsPerClass * classesPerGrade * grades.length;

export const schoolName = (number: number) => `第${number}小学`;
export const schoolsFor = (rows: number) => Math.ceil(rows / pupilsPerSchool);

/** @param schoolYear the year of the September in which the school year begins */
export async function rosterOf(rows: number, schoolYear: number): Promise<Uint8Array> {
  const lines = Array.from({ length: rows }, (_, at) => lineOf(at, schoolYear));
  // Texts in their cells, as the systems of districts export them.
  const stream = writeXlsxStream([headers, ...lines], { name: '学生名册' });
  return new Uint8Array(await new Response(stream as ReadableStream).arrayBuffer());
}

function lineOf(at: number, schoolYear: number): string[] {
  const school = Math.floor(at / pupilsPerSchool) + 1;
  const place = at % pupilsPerSchool;
  const grade = Math.floor(place / (pupilsPerClass * classesPerGrade));
  const group = (Math.floor(place / pupilsPerClass) % classesPerGrade) + 1;
  const birthYear = schoolYear - 7 - grade;
  const birthDate = `${birthYear}-${twoDigits((at % 12) + 1)}-${twoDigits((at % 28) + 1)}`;
  const serial = String(at).padStart(6, '0');
  return [
    schoolName(school),
    `${schoolYear - grade}${serial}`,
    `G4311${serial}${birthDate.replaceAll('-', '').slice(0, 7)}`,
    nameOf(at),
    at % 2 ? '女' : '男',
    `${grades[grade]}(${group})班`,
    birthDate,
    nameOf(at * 7 + 3),
    `139${String(at).padStart(8, '0')}`,
  ];
}

/** As varied as names are: 8,000 different ones. */
const nameOf = (at: number) =>
  [
    families[at % families.length],
    given[at % given.length],
    given[Math.floor(at / families.length) % given.length],
  ].join('');
const twoDigits = (number: number) => String(number).padStart(2, '0');
