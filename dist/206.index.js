export const id = 206;
export const ids = [206];
export const modules = {

/***/ 6206:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  loadPricer: () => (/* binding */ loadPricer)
});

// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(9473);
// EXTERNAL MODULE: ./build/generated/version.js
var version = __webpack_require__(9594);
// EXTERNAL MODULE: ./build/time.js
var time = __webpack_require__(4131);
// EXTERNAL MODULE: ./node_modules/ajv/dist/runtime/ucs2length.js
var ucs2length = __webpack_require__(6214);
;// CONCATENATED MODULE: ./build/generated/validate/pricing.js

const func1 = ucs2length["default"] ?? ucs2length
"use strict";const validate = (/* unused pure expression or super */ null && (validate31));/* harmony default export */ const pricing = (validate31);const schema46 = {"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"urn:llm-cost-gate:schema:pricing","type":"object","additionalProperties":false,"required":["version"],"properties":{"version":{"const":1},"currency":{"const":"USD"},"unit":{"const":"per_1m_tokens"},"as_of":{"type":"string","pattern":"^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$","examples":["2026-11-01"]},"defaults":{"type":"object","additionalProperties":false,"properties":{"batch_discount":{"$ref":"#/$defs/discount"},"unknown_model":{"type":"string","pattern":"^(warn|fail|assume:.+)$","examples":["warn","fail","assume:openai/gpt-4o"]}}},"providers":{"type":"object","additionalProperties":{"type":"string","minLength":1,"maxLength":100}},"models":{"type":"array","items":{"type":"object","additionalProperties":false,"required":["id","prices"],"properties":{"id":{"type":"string","minLength":1,"maxLength":512},"aliases":{"type":"array","items":{"type":"string","minLength":1,"maxLength":512}},"prices":{"type":"array","minItems":1,"items":{"$ref":"#/$defs/price"}}}}}},"$defs":{"rate":{"type":"number","minimum":0,"maximum":1000000},"discount":{"type":"number","minimum":0,"maximum":1},"price":{"type":"object","additionalProperties":false,"required":["effective","input","output"],"properties":{"effective":{"type":"string","pattern":"^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$","examples":["2024-10-01"]},"input":{"$ref":"#/$defs/rate"},"output":{"$ref":"#/$defs/rate"},"cached_input":{"anyOf":[{"$ref":"#/$defs/rate"},{"type":"null"}]},"cache_write":{"anyOf":[{"$ref":"#/$defs/rate"},{"type":"null"}]},"cache_write_1h":{"anyOf":[{"$ref":"#/$defs/rate"},{"type":"null"}]},"batch_discount":{"$ref":"#/$defs/discount"},"batch":{"type":"object","additionalProperties":false,"required":["input","output"],"properties":{"input":{"$ref":"#/$defs/rate"},"output":{"$ref":"#/$defs/rate"}}},"tiers":{"type":"array","items":{"type":"object","additionalProperties":false,"required":["above_input_tokens","input","output"],"properties":{"above_input_tokens":{"type":"integer","minimum":1},"input":{"$ref":"#/$defs/rate"},"output":{"$ref":"#/$defs/rate"},"cached_input":{"anyOf":[{"$ref":"#/$defs/rate"},{"type":"null"}]},"cache_write":{"anyOf":[{"$ref":"#/$defs/rate"},{"type":"null"}]}}}}}}}};const schema47 = {"type":"number","minimum":0,"maximum":1};const pattern4 = new RegExp("^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$", "u");const pattern5 = new RegExp("^(warn|fail|assume:.+)$", "u");const schema48 = {"type":"object","additionalProperties":false,"required":["effective","input","output"],"properties":{"effective":{"type":"string","pattern":"^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$","examples":["2024-10-01"]},"input":{"$ref":"#/$defs/rate"},"output":{"$ref":"#/$defs/rate"},"cached_input":{"anyOf":[{"$ref":"#/$defs/rate"},{"type":"null"}]},"cache_write":{"anyOf":[{"$ref":"#/$defs/rate"},{"type":"null"}]},"cache_write_1h":{"anyOf":[{"$ref":"#/$defs/rate"},{"type":"null"}]},"batch_discount":{"$ref":"#/$defs/discount"},"batch":{"type":"object","additionalProperties":false,"required":["input","output"],"properties":{"input":{"$ref":"#/$defs/rate"},"output":{"$ref":"#/$defs/rate"}}},"tiers":{"type":"array","items":{"type":"object","additionalProperties":false,"required":["above_input_tokens","input","output"],"properties":{"above_input_tokens":{"type":"integer","minimum":1},"input":{"$ref":"#/$defs/rate"},"output":{"$ref":"#/$defs/rate"},"cached_input":{"anyOf":[{"$ref":"#/$defs/rate"},{"type":"null"}]},"cache_write":{"anyOf":[{"$ref":"#/$defs/rate"},{"type":"null"}]}}}}}};const schema49 = {"type":"number","minimum":0,"maximum":1000000};const func10 = Object.prototype.hasOwnProperty;function validate32(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){let vErrors = null;let errors = 0;const evaluated0 = validate32.evaluated;if(evaluated0.dynamicProps){evaluated0.props = undefined;}if(evaluated0.dynamicItems){evaluated0.items = undefined;}if(data && typeof data == "object" && !Array.isArray(data)){if(data.effective === undefined){const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "effective"},message:"must have required property '"+"effective"+"'",schema:schema48.required,parentSchema:schema48,data};if(vErrors === null){vErrors = [err0];}else {vErrors.push(err0);}errors++;}if(data.input === undefined){const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "input"},message:"must have required property '"+"input"+"'",schema:schema48.required,parentSchema:schema48,data};if(vErrors === null){vErrors = [err1];}else {vErrors.push(err1);}errors++;}if(data.output === undefined){const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "output"},message:"must have required property '"+"output"+"'",schema:schema48.required,parentSchema:schema48,data};if(vErrors === null){vErrors = [err2];}else {vErrors.push(err2);}errors++;}for(const key0 in data){if(!(func10.call(schema48.properties, key0))){const err3 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema48,data};if(vErrors === null){vErrors = [err3];}else {vErrors.push(err3);}errors++;}}if(data.effective !== undefined){let data0 = data.effective;if(typeof data0 === "string"){if(!pattern4.test(data0)){const err4 = {instancePath:instancePath+"/effective",schemaPath:"#/properties/effective/pattern",keyword:"pattern",params:{pattern: "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$"},message:"must match pattern \""+"^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$"+"\"",schema:"^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$",parentSchema:schema48.properties.effective,data:data0};if(vErrors === null){vErrors = [err4];}else {vErrors.push(err4);}errors++;}}else {const err5 = {instancePath:instancePath+"/effective",schemaPath:"#/properties/effective/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema48.properties.effective.type,parentSchema:schema48.properties.effective,data:data0};if(vErrors === null){vErrors = [err5];}else {vErrors.push(err5);}errors++;}}if(data.input !== undefined){let data1 = data.input;if((typeof data1 == "number") && (isFinite(data1))){if(data1 > 1000000 || isNaN(data1)){const err6 = {instancePath:instancePath+"/input",schemaPath:"#/$defs/rate/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000000},message:"must be <= 1000000",schema:1000000,parentSchema:schema49,data:data1};if(vErrors === null){vErrors = [err6];}else {vErrors.push(err6);}errors++;}if(data1 < 0 || isNaN(data1)){const err7 = {instancePath:instancePath+"/input",schemaPath:"#/$defs/rate/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema49,data:data1};if(vErrors === null){vErrors = [err7];}else {vErrors.push(err7);}errors++;}}else {const err8 = {instancePath:instancePath+"/input",schemaPath:"#/$defs/rate/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema49.type,parentSchema:schema49,data:data1};if(vErrors === null){vErrors = [err8];}else {vErrors.push(err8);}errors++;}}if(data.output !== undefined){let data2 = data.output;if((typeof data2 == "number") && (isFinite(data2))){if(data2 > 1000000 || isNaN(data2)){const err9 = {instancePath:instancePath+"/output",schemaPath:"#/$defs/rate/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000000},message:"must be <= 1000000",schema:1000000,parentSchema:schema49,data:data2};if(vErrors === null){vErrors = [err9];}else {vErrors.push(err9);}errors++;}if(data2 < 0 || isNaN(data2)){const err10 = {instancePath:instancePath+"/output",schemaPath:"#/$defs/rate/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema49,data:data2};if(vErrors === null){vErrors = [err10];}else {vErrors.push(err10);}errors++;}}else {const err11 = {instancePath:instancePath+"/output",schemaPath:"#/$defs/rate/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema49.type,parentSchema:schema49,data:data2};if(vErrors === null){vErrors = [err11];}else {vErrors.push(err11);}errors++;}}if(data.cached_input !== undefined){let data3 = data.cached_input;const _errs11 = errors;let valid3 = false;const _errs12 = errors;if((typeof data3 == "number") && (isFinite(data3))){if(data3 > 1000000 || isNaN(data3)){const err12 = {instancePath:instancePath+"/cached_input",schemaPath:"#/$defs/rate/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000000},message:"must be <= 1000000",schema:1000000,parentSchema:schema49,data:data3};if(vErrors === null){vErrors = [err12];}else {vErrors.push(err12);}errors++;}if(data3 < 0 || isNaN(data3)){const err13 = {instancePath:instancePath+"/cached_input",schemaPath:"#/$defs/rate/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema49,data:data3};if(vErrors === null){vErrors = [err13];}else {vErrors.push(err13);}errors++;}}else {const err14 = {instancePath:instancePath+"/cached_input",schemaPath:"#/$defs/rate/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema49.type,parentSchema:schema49,data:data3};if(vErrors === null){vErrors = [err14];}else {vErrors.push(err14);}errors++;}var _valid0 = _errs12 === errors;valid3 = valid3 || _valid0;const _errs15 = errors;if(data3 !== null){const err15 = {instancePath:instancePath+"/cached_input",schemaPath:"#/properties/cached_input/anyOf/1/type",keyword:"type",params:{type: "null"},message:"must be null",schema:schema48.properties.cached_input.anyOf[1].type,parentSchema:schema48.properties.cached_input.anyOf[1],data:data3};if(vErrors === null){vErrors = [err15];}else {vErrors.push(err15);}errors++;}var _valid0 = _errs15 === errors;valid3 = valid3 || _valid0;if(!valid3){const err16 = {instancePath:instancePath+"/cached_input",schemaPath:"#/properties/cached_input/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf",schema:schema48.properties.cached_input.anyOf,parentSchema:schema48.properties.cached_input,data:data3};if(vErrors === null){vErrors = [err16];}else {vErrors.push(err16);}errors++;}else {errors = _errs11;if(vErrors !== null){if(_errs11){vErrors.length = _errs11;}else {vErrors = null;}}}}if(data.cache_write !== undefined){let data4 = data.cache_write;const _errs18 = errors;let valid5 = false;const _errs19 = errors;if((typeof data4 == "number") && (isFinite(data4))){if(data4 > 1000000 || isNaN(data4)){const err17 = {instancePath:instancePath+"/cache_write",schemaPath:"#/$defs/rate/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000000},message:"must be <= 1000000",schema:1000000,parentSchema:schema49,data:data4};if(vErrors === null){vErrors = [err17];}else {vErrors.push(err17);}errors++;}if(data4 < 0 || isNaN(data4)){const err18 = {instancePath:instancePath+"/cache_write",schemaPath:"#/$defs/rate/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema49,data:data4};if(vErrors === null){vErrors = [err18];}else {vErrors.push(err18);}errors++;}}else {const err19 = {instancePath:instancePath+"/cache_write",schemaPath:"#/$defs/rate/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema49.type,parentSchema:schema49,data:data4};if(vErrors === null){vErrors = [err19];}else {vErrors.push(err19);}errors++;}var _valid1 = _errs19 === errors;valid5 = valid5 || _valid1;const _errs22 = errors;if(data4 !== null){const err20 = {instancePath:instancePath+"/cache_write",schemaPath:"#/properties/cache_write/anyOf/1/type",keyword:"type",params:{type: "null"},message:"must be null",schema:schema48.properties.cache_write.anyOf[1].type,parentSchema:schema48.properties.cache_write.anyOf[1],data:data4};if(vErrors === null){vErrors = [err20];}else {vErrors.push(err20);}errors++;}var _valid1 = _errs22 === errors;valid5 = valid5 || _valid1;if(!valid5){const err21 = {instancePath:instancePath+"/cache_write",schemaPath:"#/properties/cache_write/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf",schema:schema48.properties.cache_write.anyOf,parentSchema:schema48.properties.cache_write,data:data4};if(vErrors === null){vErrors = [err21];}else {vErrors.push(err21);}errors++;}else {errors = _errs18;if(vErrors !== null){if(_errs18){vErrors.length = _errs18;}else {vErrors = null;}}}}if(data.cache_write_1h !== undefined){let data5 = data.cache_write_1h;const _errs25 = errors;let valid7 = false;const _errs26 = errors;if((typeof data5 == "number") && (isFinite(data5))){if(data5 > 1000000 || isNaN(data5)){const err22 = {instancePath:instancePath+"/cache_write_1h",schemaPath:"#/$defs/rate/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000000},message:"must be <= 1000000",schema:1000000,parentSchema:schema49,data:data5};if(vErrors === null){vErrors = [err22];}else {vErrors.push(err22);}errors++;}if(data5 < 0 || isNaN(data5)){const err23 = {instancePath:instancePath+"/cache_write_1h",schemaPath:"#/$defs/rate/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema49,data:data5};if(vErrors === null){vErrors = [err23];}else {vErrors.push(err23);}errors++;}}else {const err24 = {instancePath:instancePath+"/cache_write_1h",schemaPath:"#/$defs/rate/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema49.type,parentSchema:schema49,data:data5};if(vErrors === null){vErrors = [err24];}else {vErrors.push(err24);}errors++;}var _valid2 = _errs26 === errors;valid7 = valid7 || _valid2;const _errs29 = errors;if(data5 !== null){const err25 = {instancePath:instancePath+"/cache_write_1h",schemaPath:"#/properties/cache_write_1h/anyOf/1/type",keyword:"type",params:{type: "null"},message:"must be null",schema:schema48.properties.cache_write_1h.anyOf[1].type,parentSchema:schema48.properties.cache_write_1h.anyOf[1],data:data5};if(vErrors === null){vErrors = [err25];}else {vErrors.push(err25);}errors++;}var _valid2 = _errs29 === errors;valid7 = valid7 || _valid2;if(!valid7){const err26 = {instancePath:instancePath+"/cache_write_1h",schemaPath:"#/properties/cache_write_1h/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf",schema:schema48.properties.cache_write_1h.anyOf,parentSchema:schema48.properties.cache_write_1h,data:data5};if(vErrors === null){vErrors = [err26];}else {vErrors.push(err26);}errors++;}else {errors = _errs25;if(vErrors !== null){if(_errs25){vErrors.length = _errs25;}else {vErrors = null;}}}}if(data.batch_discount !== undefined){let data6 = data.batch_discount;if((typeof data6 == "number") && (isFinite(data6))){if(data6 > 1 || isNaN(data6)){const err27 = {instancePath:instancePath+"/batch_discount",schemaPath:"#/$defs/discount/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1},message:"must be <= 1",schema:1,parentSchema:schema47,data:data6};if(vErrors === null){vErrors = [err27];}else {vErrors.push(err27);}errors++;}if(data6 < 0 || isNaN(data6)){const err28 = {instancePath:instancePath+"/batch_discount",schemaPath:"#/$defs/discount/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema47,data:data6};if(vErrors === null){vErrors = [err28];}else {vErrors.push(err28);}errors++;}}else {const err29 = {instancePath:instancePath+"/batch_discount",schemaPath:"#/$defs/discount/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema47.type,parentSchema:schema47,data:data6};if(vErrors === null){vErrors = [err29];}else {vErrors.push(err29);}errors++;}}if(data.batch !== undefined){let data7 = data.batch;if(data7 && typeof data7 == "object" && !Array.isArray(data7)){if(data7.input === undefined){const err30 = {instancePath:instancePath+"/batch",schemaPath:"#/properties/batch/required",keyword:"required",params:{missingProperty: "input"},message:"must have required property '"+"input"+"'",schema:schema48.properties.batch.required,parentSchema:schema48.properties.batch,data:data7};if(vErrors === null){vErrors = [err30];}else {vErrors.push(err30);}errors++;}if(data7.output === undefined){const err31 = {instancePath:instancePath+"/batch",schemaPath:"#/properties/batch/required",keyword:"required",params:{missingProperty: "output"},message:"must have required property '"+"output"+"'",schema:schema48.properties.batch.required,parentSchema:schema48.properties.batch,data:data7};if(vErrors === null){vErrors = [err31];}else {vErrors.push(err31);}errors++;}for(const key1 in data7){if(!((key1 === "input") || (key1 === "output"))){const err32 = {instancePath:instancePath+"/batch",schemaPath:"#/properties/batch/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties",schema:false,parentSchema:schema48.properties.batch,data:data7};if(vErrors === null){vErrors = [err32];}else {vErrors.push(err32);}errors++;}}if(data7.input !== undefined){let data8 = data7.input;if((typeof data8 == "number") && (isFinite(data8))){if(data8 > 1000000 || isNaN(data8)){const err33 = {instancePath:instancePath+"/batch/input",schemaPath:"#/$defs/rate/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000000},message:"must be <= 1000000",schema:1000000,parentSchema:schema49,data:data8};if(vErrors === null){vErrors = [err33];}else {vErrors.push(err33);}errors++;}if(data8 < 0 || isNaN(data8)){const err34 = {instancePath:instancePath+"/batch/input",schemaPath:"#/$defs/rate/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema49,data:data8};if(vErrors === null){vErrors = [err34];}else {vErrors.push(err34);}errors++;}}else {const err35 = {instancePath:instancePath+"/batch/input",schemaPath:"#/$defs/rate/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema49.type,parentSchema:schema49,data:data8};if(vErrors === null){vErrors = [err35];}else {vErrors.push(err35);}errors++;}}if(data7.output !== undefined){let data9 = data7.output;if((typeof data9 == "number") && (isFinite(data9))){if(data9 > 1000000 || isNaN(data9)){const err36 = {instancePath:instancePath+"/batch/output",schemaPath:"#/$defs/rate/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000000},message:"must be <= 1000000",schema:1000000,parentSchema:schema49,data:data9};if(vErrors === null){vErrors = [err36];}else {vErrors.push(err36);}errors++;}if(data9 < 0 || isNaN(data9)){const err37 = {instancePath:instancePath+"/batch/output",schemaPath:"#/$defs/rate/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema49,data:data9};if(vErrors === null){vErrors = [err37];}else {vErrors.push(err37);}errors++;}}else {const err38 = {instancePath:instancePath+"/batch/output",schemaPath:"#/$defs/rate/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema49.type,parentSchema:schema49,data:data9};if(vErrors === null){vErrors = [err38];}else {vErrors.push(err38);}errors++;}}}else {const err39 = {instancePath:instancePath+"/batch",schemaPath:"#/properties/batch/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema48.properties.batch.type,parentSchema:schema48.properties.batch,data:data7};if(vErrors === null){vErrors = [err39];}else {vErrors.push(err39);}errors++;}}if(data.tiers !== undefined){let data10 = data.tiers;if(Array.isArray(data10)){const len0 = data10.length;for(let i0=0; i0<len0; i0++){let data11 = data10[i0];if(data11 && typeof data11 == "object" && !Array.isArray(data11)){if(data11.above_input_tokens === undefined){const err40 = {instancePath:instancePath+"/tiers/" + i0,schemaPath:"#/properties/tiers/items/required",keyword:"required",params:{missingProperty: "above_input_tokens"},message:"must have required property '"+"above_input_tokens"+"'",schema:schema48.properties.tiers.items.required,parentSchema:schema48.properties.tiers.items,data:data11};if(vErrors === null){vErrors = [err40];}else {vErrors.push(err40);}errors++;}if(data11.input === undefined){const err41 = {instancePath:instancePath+"/tiers/" + i0,schemaPath:"#/properties/tiers/items/required",keyword:"required",params:{missingProperty: "input"},message:"must have required property '"+"input"+"'",schema:schema48.properties.tiers.items.required,parentSchema:schema48.properties.tiers.items,data:data11};if(vErrors === null){vErrors = [err41];}else {vErrors.push(err41);}errors++;}if(data11.output === undefined){const err42 = {instancePath:instancePath+"/tiers/" + i0,schemaPath:"#/properties/tiers/items/required",keyword:"required",params:{missingProperty: "output"},message:"must have required property '"+"output"+"'",schema:schema48.properties.tiers.items.required,parentSchema:schema48.properties.tiers.items,data:data11};if(vErrors === null){vErrors = [err42];}else {vErrors.push(err42);}errors++;}for(const key2 in data11){if(!(((((key2 === "above_input_tokens") || (key2 === "input")) || (key2 === "output")) || (key2 === "cached_input")) || (key2 === "cache_write"))){const err43 = {instancePath:instancePath+"/tiers/" + i0,schemaPath:"#/properties/tiers/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2},message:"must NOT have additional properties",schema:false,parentSchema:schema48.properties.tiers.items,data:data11};if(vErrors === null){vErrors = [err43];}else {vErrors.push(err43);}errors++;}}if(data11.above_input_tokens !== undefined){let data12 = data11.above_input_tokens;if(!(((typeof data12 == "number") && (!(data12 % 1) && !isNaN(data12))) && (isFinite(data12)))){const err44 = {instancePath:instancePath+"/tiers/" + i0+"/above_input_tokens",schemaPath:"#/properties/tiers/items/properties/above_input_tokens/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema48.properties.tiers.items.properties.above_input_tokens.type,parentSchema:schema48.properties.tiers.items.properties.above_input_tokens,data:data12};if(vErrors === null){vErrors = [err44];}else {vErrors.push(err44);}errors++;}if((typeof data12 == "number") && (isFinite(data12))){if(data12 < 1 || isNaN(data12)){const err45 = {instancePath:instancePath+"/tiers/" + i0+"/above_input_tokens",schemaPath:"#/properties/tiers/items/properties/above_input_tokens/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema48.properties.tiers.items.properties.above_input_tokens,data:data12};if(vErrors === null){vErrors = [err45];}else {vErrors.push(err45);}errors++;}}}if(data11.input !== undefined){let data13 = data11.input;if((typeof data13 == "number") && (isFinite(data13))){if(data13 > 1000000 || isNaN(data13)){const err46 = {instancePath:instancePath+"/tiers/" + i0+"/input",schemaPath:"#/$defs/rate/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000000},message:"must be <= 1000000",schema:1000000,parentSchema:schema49,data:data13};if(vErrors === null){vErrors = [err46];}else {vErrors.push(err46);}errors++;}if(data13 < 0 || isNaN(data13)){const err47 = {instancePath:instancePath+"/tiers/" + i0+"/input",schemaPath:"#/$defs/rate/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema49,data:data13};if(vErrors === null){vErrors = [err47];}else {vErrors.push(err47);}errors++;}}else {const err48 = {instancePath:instancePath+"/tiers/" + i0+"/input",schemaPath:"#/$defs/rate/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema49.type,parentSchema:schema49,data:data13};if(vErrors === null){vErrors = [err48];}else {vErrors.push(err48);}errors++;}}if(data11.output !== undefined){let data14 = data11.output;if((typeof data14 == "number") && (isFinite(data14))){if(data14 > 1000000 || isNaN(data14)){const err49 = {instancePath:instancePath+"/tiers/" + i0+"/output",schemaPath:"#/$defs/rate/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000000},message:"must be <= 1000000",schema:1000000,parentSchema:schema49,data:data14};if(vErrors === null){vErrors = [err49];}else {vErrors.push(err49);}errors++;}if(data14 < 0 || isNaN(data14)){const err50 = {instancePath:instancePath+"/tiers/" + i0+"/output",schemaPath:"#/$defs/rate/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema49,data:data14};if(vErrors === null){vErrors = [err50];}else {vErrors.push(err50);}errors++;}}else {const err51 = {instancePath:instancePath+"/tiers/" + i0+"/output",schemaPath:"#/$defs/rate/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema49.type,parentSchema:schema49,data:data14};if(vErrors === null){vErrors = [err51];}else {vErrors.push(err51);}errors++;}}if(data11.cached_input !== undefined){let data15 = data11.cached_input;const _errs57 = errors;let valid18 = false;const _errs58 = errors;if((typeof data15 == "number") && (isFinite(data15))){if(data15 > 1000000 || isNaN(data15)){const err52 = {instancePath:instancePath+"/tiers/" + i0+"/cached_input",schemaPath:"#/$defs/rate/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000000},message:"must be <= 1000000",schema:1000000,parentSchema:schema49,data:data15};if(vErrors === null){vErrors = [err52];}else {vErrors.push(err52);}errors++;}if(data15 < 0 || isNaN(data15)){const err53 = {instancePath:instancePath+"/tiers/" + i0+"/cached_input",schemaPath:"#/$defs/rate/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema49,data:data15};if(vErrors === null){vErrors = [err53];}else {vErrors.push(err53);}errors++;}}else {const err54 = {instancePath:instancePath+"/tiers/" + i0+"/cached_input",schemaPath:"#/$defs/rate/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema49.type,parentSchema:schema49,data:data15};if(vErrors === null){vErrors = [err54];}else {vErrors.push(err54);}errors++;}var _valid3 = _errs58 === errors;valid18 = valid18 || _valid3;const _errs61 = errors;if(data15 !== null){const err55 = {instancePath:instancePath+"/tiers/" + i0+"/cached_input",schemaPath:"#/properties/tiers/items/properties/cached_input/anyOf/1/type",keyword:"type",params:{type: "null"},message:"must be null",schema:schema48.properties.tiers.items.properties.cached_input.anyOf[1].type,parentSchema:schema48.properties.tiers.items.properties.cached_input.anyOf[1],data:data15};if(vErrors === null){vErrors = [err55];}else {vErrors.push(err55);}errors++;}var _valid3 = _errs61 === errors;valid18 = valid18 || _valid3;if(!valid18){const err56 = {instancePath:instancePath+"/tiers/" + i0+"/cached_input",schemaPath:"#/properties/tiers/items/properties/cached_input/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf",schema:schema48.properties.tiers.items.properties.cached_input.anyOf,parentSchema:schema48.properties.tiers.items.properties.cached_input,data:data15};if(vErrors === null){vErrors = [err56];}else {vErrors.push(err56);}errors++;}else {errors = _errs57;if(vErrors !== null){if(_errs57){vErrors.length = _errs57;}else {vErrors = null;}}}}if(data11.cache_write !== undefined){let data16 = data11.cache_write;const _errs64 = errors;let valid20 = false;const _errs65 = errors;if((typeof data16 == "number") && (isFinite(data16))){if(data16 > 1000000 || isNaN(data16)){const err57 = {instancePath:instancePath+"/tiers/" + i0+"/cache_write",schemaPath:"#/$defs/rate/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000000},message:"must be <= 1000000",schema:1000000,parentSchema:schema49,data:data16};if(vErrors === null){vErrors = [err57];}else {vErrors.push(err57);}errors++;}if(data16 < 0 || isNaN(data16)){const err58 = {instancePath:instancePath+"/tiers/" + i0+"/cache_write",schemaPath:"#/$defs/rate/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema49,data:data16};if(vErrors === null){vErrors = [err58];}else {vErrors.push(err58);}errors++;}}else {const err59 = {instancePath:instancePath+"/tiers/" + i0+"/cache_write",schemaPath:"#/$defs/rate/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema49.type,parentSchema:schema49,data:data16};if(vErrors === null){vErrors = [err59];}else {vErrors.push(err59);}errors++;}var _valid4 = _errs65 === errors;valid20 = valid20 || _valid4;const _errs68 = errors;if(data16 !== null){const err60 = {instancePath:instancePath+"/tiers/" + i0+"/cache_write",schemaPath:"#/properties/tiers/items/properties/cache_write/anyOf/1/type",keyword:"type",params:{type: "null"},message:"must be null",schema:schema48.properties.tiers.items.properties.cache_write.anyOf[1].type,parentSchema:schema48.properties.tiers.items.properties.cache_write.anyOf[1],data:data16};if(vErrors === null){vErrors = [err60];}else {vErrors.push(err60);}errors++;}var _valid4 = _errs68 === errors;valid20 = valid20 || _valid4;if(!valid20){const err61 = {instancePath:instancePath+"/tiers/" + i0+"/cache_write",schemaPath:"#/properties/tiers/items/properties/cache_write/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf",schema:schema48.properties.tiers.items.properties.cache_write.anyOf,parentSchema:schema48.properties.tiers.items.properties.cache_write,data:data16};if(vErrors === null){vErrors = [err61];}else {vErrors.push(err61);}errors++;}else {errors = _errs64;if(vErrors !== null){if(_errs64){vErrors.length = _errs64;}else {vErrors = null;}}}}}else {const err62 = {instancePath:instancePath+"/tiers/" + i0,schemaPath:"#/properties/tiers/items/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema48.properties.tiers.items.type,parentSchema:schema48.properties.tiers.items,data:data11};if(vErrors === null){vErrors = [err62];}else {vErrors.push(err62);}errors++;}}}else {const err63 = {instancePath:instancePath+"/tiers",schemaPath:"#/properties/tiers/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema48.properties.tiers.type,parentSchema:schema48.properties.tiers,data:data10};if(vErrors === null){vErrors = [err63];}else {vErrors.push(err63);}errors++;}}}else {const err64 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema48.type,parentSchema:schema48,data};if(vErrors === null){vErrors = [err64];}else {vErrors.push(err64);}errors++;}validate32.errors = vErrors;return errors === 0;}validate32.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};function validate31(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){/*# sourceURL="urn:llm-cost-gate:schema:pricing" */;let vErrors = null;let errors = 0;const evaluated0 = validate31.evaluated;if(evaluated0.dynamicProps){evaluated0.props = undefined;}if(evaluated0.dynamicItems){evaluated0.items = undefined;}if(data && typeof data == "object" && !Array.isArray(data)){if(data.version === undefined){const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "version"},message:"must have required property '"+"version"+"'",schema:schema46.required,parentSchema:schema46,data};if(vErrors === null){vErrors = [err0];}else {vErrors.push(err0);}errors++;}for(const key0 in data){if(!(((((((key0 === "version") || (key0 === "currency")) || (key0 === "unit")) || (key0 === "as_of")) || (key0 === "defaults")) || (key0 === "providers")) || (key0 === "models"))){const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema46,data};if(vErrors === null){vErrors = [err1];}else {vErrors.push(err1);}errors++;}}if(data.version !== undefined){let data0 = data.version;if(1 !== data0){const err2 = {instancePath:instancePath+"/version",schemaPath:"#/properties/version/const",keyword:"const",params:{allowedValue: 1},message:"must be equal to constant",schema:1,parentSchema:schema46.properties.version,data:data0};if(vErrors === null){vErrors = [err2];}else {vErrors.push(err2);}errors++;}}if(data.currency !== undefined){let data1 = data.currency;if("USD" !== data1){const err3 = {instancePath:instancePath+"/currency",schemaPath:"#/properties/currency/const",keyword:"const",params:{allowedValue: "USD"},message:"must be equal to constant",schema:"USD",parentSchema:schema46.properties.currency,data:data1};if(vErrors === null){vErrors = [err3];}else {vErrors.push(err3);}errors++;}}if(data.unit !== undefined){let data2 = data.unit;if("per_1m_tokens" !== data2){const err4 = {instancePath:instancePath+"/unit",schemaPath:"#/properties/unit/const",keyword:"const",params:{allowedValue: "per_1m_tokens"},message:"must be equal to constant",schema:"per_1m_tokens",parentSchema:schema46.properties.unit,data:data2};if(vErrors === null){vErrors = [err4];}else {vErrors.push(err4);}errors++;}}if(data.as_of !== undefined){let data3 = data.as_of;if(typeof data3 === "string"){if(!pattern4.test(data3)){const err5 = {instancePath:instancePath+"/as_of",schemaPath:"#/properties/as_of/pattern",keyword:"pattern",params:{pattern: "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$"},message:"must match pattern \""+"^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$"+"\"",schema:"^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$",parentSchema:schema46.properties.as_of,data:data3};if(vErrors === null){vErrors = [err5];}else {vErrors.push(err5);}errors++;}}else {const err6 = {instancePath:instancePath+"/as_of",schemaPath:"#/properties/as_of/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema46.properties.as_of.type,parentSchema:schema46.properties.as_of,data:data3};if(vErrors === null){vErrors = [err6];}else {vErrors.push(err6);}errors++;}}if(data.defaults !== undefined){let data4 = data.defaults;if(data4 && typeof data4 == "object" && !Array.isArray(data4)){for(const key1 in data4){if(!((key1 === "batch_discount") || (key1 === "unknown_model"))){const err7 = {instancePath:instancePath+"/defaults",schemaPath:"#/properties/defaults/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties",schema:false,parentSchema:schema46.properties.defaults,data:data4};if(vErrors === null){vErrors = [err7];}else {vErrors.push(err7);}errors++;}}if(data4.batch_discount !== undefined){let data5 = data4.batch_discount;if((typeof data5 == "number") && (isFinite(data5))){if(data5 > 1 || isNaN(data5)){const err8 = {instancePath:instancePath+"/defaults/batch_discount",schemaPath:"#/$defs/discount/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1},message:"must be <= 1",schema:1,parentSchema:schema47,data:data5};if(vErrors === null){vErrors = [err8];}else {vErrors.push(err8);}errors++;}if(data5 < 0 || isNaN(data5)){const err9 = {instancePath:instancePath+"/defaults/batch_discount",schemaPath:"#/$defs/discount/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema47,data:data5};if(vErrors === null){vErrors = [err9];}else {vErrors.push(err9);}errors++;}}else {const err10 = {instancePath:instancePath+"/defaults/batch_discount",schemaPath:"#/$defs/discount/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema47.type,parentSchema:schema47,data:data5};if(vErrors === null){vErrors = [err10];}else {vErrors.push(err10);}errors++;}}if(data4.unknown_model !== undefined){let data6 = data4.unknown_model;if(typeof data6 === "string"){if(!pattern5.test(data6)){const err11 = {instancePath:instancePath+"/defaults/unknown_model",schemaPath:"#/properties/defaults/properties/unknown_model/pattern",keyword:"pattern",params:{pattern: "^(warn|fail|assume:.+)$"},message:"must match pattern \""+"^(warn|fail|assume:.+)$"+"\"",schema:"^(warn|fail|assume:.+)$",parentSchema:schema46.properties.defaults.properties.unknown_model,data:data6};if(vErrors === null){vErrors = [err11];}else {vErrors.push(err11);}errors++;}}else {const err12 = {instancePath:instancePath+"/defaults/unknown_model",schemaPath:"#/properties/defaults/properties/unknown_model/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema46.properties.defaults.properties.unknown_model.type,parentSchema:schema46.properties.defaults.properties.unknown_model,data:data6};if(vErrors === null){vErrors = [err12];}else {vErrors.push(err12);}errors++;}}}else {const err13 = {instancePath:instancePath+"/defaults",schemaPath:"#/properties/defaults/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema46.properties.defaults.type,parentSchema:schema46.properties.defaults,data:data4};if(vErrors === null){vErrors = [err13];}else {vErrors.push(err13);}errors++;}}if(data.providers !== undefined){let data7 = data.providers;if(data7 && typeof data7 == "object" && !Array.isArray(data7)){for(const key2 in data7){let data8 = data7[key2];if(typeof data8 === "string"){if(func1(data8) > 100){const err14 = {instancePath:instancePath+"/providers/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/providers/additionalProperties/maxLength",keyword:"maxLength",params:{limit: 100},message:"must NOT have more than 100 characters",schema:100,parentSchema:schema46.properties.providers.additionalProperties,data:data8};if(vErrors === null){vErrors = [err14];}else {vErrors.push(err14);}errors++;}if(func1(data8) < 1){const err15 = {instancePath:instancePath+"/providers/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/providers/additionalProperties/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema46.properties.providers.additionalProperties,data:data8};if(vErrors === null){vErrors = [err15];}else {vErrors.push(err15);}errors++;}}else {const err16 = {instancePath:instancePath+"/providers/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/providers/additionalProperties/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema46.properties.providers.additionalProperties.type,parentSchema:schema46.properties.providers.additionalProperties,data:data8};if(vErrors === null){vErrors = [err16];}else {vErrors.push(err16);}errors++;}}}else {const err17 = {instancePath:instancePath+"/providers",schemaPath:"#/properties/providers/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema46.properties.providers.type,parentSchema:schema46.properties.providers,data:data7};if(vErrors === null){vErrors = [err17];}else {vErrors.push(err17);}errors++;}}if(data.models !== undefined){let data9 = data.models;if(Array.isArray(data9)){const len0 = data9.length;for(let i0=0; i0<len0; i0++){let data10 = data9[i0];if(data10 && typeof data10 == "object" && !Array.isArray(data10)){if(data10.id === undefined){const err18 = {instancePath:instancePath+"/models/" + i0,schemaPath:"#/properties/models/items/required",keyword:"required",params:{missingProperty: "id"},message:"must have required property '"+"id"+"'",schema:schema46.properties.models.items.required,parentSchema:schema46.properties.models.items,data:data10};if(vErrors === null){vErrors = [err18];}else {vErrors.push(err18);}errors++;}if(data10.prices === undefined){const err19 = {instancePath:instancePath+"/models/" + i0,schemaPath:"#/properties/models/items/required",keyword:"required",params:{missingProperty: "prices"},message:"must have required property '"+"prices"+"'",schema:schema46.properties.models.items.required,parentSchema:schema46.properties.models.items,data:data10};if(vErrors === null){vErrors = [err19];}else {vErrors.push(err19);}errors++;}for(const key3 in data10){if(!(((key3 === "id") || (key3 === "aliases")) || (key3 === "prices"))){const err20 = {instancePath:instancePath+"/models/" + i0,schemaPath:"#/properties/models/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key3},message:"must NOT have additional properties",schema:false,parentSchema:schema46.properties.models.items,data:data10};if(vErrors === null){vErrors = [err20];}else {vErrors.push(err20);}errors++;}}if(data10.id !== undefined){let data11 = data10.id;if(typeof data11 === "string"){if(func1(data11) > 512){const err21 = {instancePath:instancePath+"/models/" + i0+"/id",schemaPath:"#/properties/models/items/properties/id/maxLength",keyword:"maxLength",params:{limit: 512},message:"must NOT have more than 512 characters",schema:512,parentSchema:schema46.properties.models.items.properties.id,data:data11};if(vErrors === null){vErrors = [err21];}else {vErrors.push(err21);}errors++;}if(func1(data11) < 1){const err22 = {instancePath:instancePath+"/models/" + i0+"/id",schemaPath:"#/properties/models/items/properties/id/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema46.properties.models.items.properties.id,data:data11};if(vErrors === null){vErrors = [err22];}else {vErrors.push(err22);}errors++;}}else {const err23 = {instancePath:instancePath+"/models/" + i0+"/id",schemaPath:"#/properties/models/items/properties/id/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema46.properties.models.items.properties.id.type,parentSchema:schema46.properties.models.items.properties.id,data:data11};if(vErrors === null){vErrors = [err23];}else {vErrors.push(err23);}errors++;}}if(data10.aliases !== undefined){let data12 = data10.aliases;if(Array.isArray(data12)){const len1 = data12.length;for(let i1=0; i1<len1; i1++){let data13 = data12[i1];if(typeof data13 === "string"){if(func1(data13) > 512){const err24 = {instancePath:instancePath+"/models/" + i0+"/aliases/" + i1,schemaPath:"#/properties/models/items/properties/aliases/items/maxLength",keyword:"maxLength",params:{limit: 512},message:"must NOT have more than 512 characters",schema:512,parentSchema:schema46.properties.models.items.properties.aliases.items,data:data13};if(vErrors === null){vErrors = [err24];}else {vErrors.push(err24);}errors++;}if(func1(data13) < 1){const err25 = {instancePath:instancePath+"/models/" + i0+"/aliases/" + i1,schemaPath:"#/properties/models/items/properties/aliases/items/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema46.properties.models.items.properties.aliases.items,data:data13};if(vErrors === null){vErrors = [err25];}else {vErrors.push(err25);}errors++;}}else {const err26 = {instancePath:instancePath+"/models/" + i0+"/aliases/" + i1,schemaPath:"#/properties/models/items/properties/aliases/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema46.properties.models.items.properties.aliases.items.type,parentSchema:schema46.properties.models.items.properties.aliases.items,data:data13};if(vErrors === null){vErrors = [err26];}else {vErrors.push(err26);}errors++;}}}else {const err27 = {instancePath:instancePath+"/models/" + i0+"/aliases",schemaPath:"#/properties/models/items/properties/aliases/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema46.properties.models.items.properties.aliases.type,parentSchema:schema46.properties.models.items.properties.aliases,data:data12};if(vErrors === null){vErrors = [err27];}else {vErrors.push(err27);}errors++;}}if(data10.prices !== undefined){let data14 = data10.prices;if(Array.isArray(data14)){if(data14.length < 1){const err28 = {instancePath:instancePath+"/models/" + i0+"/prices",schemaPath:"#/properties/models/items/properties/prices/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items",schema:1,parentSchema:schema46.properties.models.items.properties.prices,data:data14};if(vErrors === null){vErrors = [err28];}else {vErrors.push(err28);}errors++;}const len2 = data14.length;for(let i2=0; i2<len2; i2++){if(!(validate32(data14[i2], {instancePath:instancePath+"/models/" + i0+"/prices/" + i2,parentData:data14,parentDataProperty:i2,rootData,dynamicAnchors}))){vErrors = vErrors === null ? validate32.errors : vErrors.concat(validate32.errors);errors = vErrors.length;}}}else {const err29 = {instancePath:instancePath+"/models/" + i0+"/prices",schemaPath:"#/properties/models/items/properties/prices/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema46.properties.models.items.properties.prices.type,parentSchema:schema46.properties.models.items.properties.prices,data:data14};if(vErrors === null){vErrors = [err29];}else {vErrors.push(err29);}errors++;}}}else {const err30 = {instancePath:instancePath+"/models/" + i0,schemaPath:"#/properties/models/items/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema46.properties.models.items.type,parentSchema:schema46.properties.models.items,data:data10};if(vErrors === null){vErrors = [err30];}else {vErrors.push(err30);}errors++;}}}else {const err31 = {instancePath:instancePath+"/models",schemaPath:"#/properties/models/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema46.properties.models.type,parentSchema:schema46.properties.models,data:data9};if(vErrors === null){vErrors = [err31];}else {vErrors.push(err31);}errors++;}}}else {const err32 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema46.type,parentSchema:schema46,data};if(vErrors === null){vErrors = [err32];}else {vErrors.push(err32);}errors++;}validate31.errors = vErrors;return errors === 0;}validate31.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

// EXTERNAL MODULE: ./build/wildcard.js
var wildcard = __webpack_require__(3340);
// EXTERNAL MODULE: ./build/yaml.js
var yaml = __webpack_require__(3705);
;// CONCATENATED MODULE: ./build/price/names.js
/** A router and a vendor make two; a hostile name could have hundreds. */
const MOST_PREFIXES = 4;
/**
 * Names to look for, best first: with the record's provider, with the providers that prefix the model
 * (`openrouter/anthropic/…`), then the model alone. Lower case.
 */
function listNames(provider, model, providers) {
    const given = model.trim().toLowerCase();
    const bare = strip(given);
    const names = [];
    const owner = provider?.trim().toLowerCase();
    if (owner) {
        for (const name of [providers.get(owner) ?? owner, owner])
            names.push({ provider: name, model: given }, { provider: name, model: bare });
    }
    const alone = [given, bare];
    for (let rest = bare, depth = 0; depth < MOST_PREFIXES; depth++) {
        const prefixed = splitPrefix(rest, providers);
        if (prefixed === null)
            break;
        rest = prefixed.rest;
        // Some lists keep the prefix in their own ids.
        names.push({ provider: prefixed.provider, model: prefixed.whole }, { provider: prefixed.provider, model: rest });
        alone.push(rest);
    }
    return distinct([...names, ...alone.map((name) => ({ provider: null, model: name }))]);
}
/** `provider/model`, or the model where there is no provider. */
function joinName({ provider, model }) {
    return provider === null ? model : `${provider}/${model}`;
}
/** Marks that choose another context window or service class of the same model, and the collection that Google puts before its names. */
function strip(name) {
    return name
        .replace(/^models\//, '')
        .replace(/\[1m\]$/, '')
        .replace(/:(free|beta)$/, '');
}
/** The longest known provider before a `/`, `:` or `.`. */
function splitPrefix(name, providers) {
    for (let end = name.length - 2; end > 0; end--) {
        if (!'/:.'.includes(name.charAt(end)))
            continue;
        const provider = providers.get(name.slice(0, end));
        if (provider !== undefined)
            return { provider, whole: name, rest: strip(name.slice(end + 1)) };
    }
    return null;
}
function distinct(names) {
    const byKey = new Map();
    for (const name of names) {
        const key = `${name.provider === null ? '' : 'of'} ${joinName(name)}`;
        if (!byKey.has(key))
            byKey.set(key, name);
    }
    return [...byKey.values()];
}

;// CONCATENATED MODULE: ./build/price/catalog.js





/** Reads a pricing file; an InputError says where it breaks its schema, its dates are out of order or two models share a name. */
function readCatalog({ path: file, text }) {
    const { data, lineOf } = (0,yaml/* readYaml */.g)(file, text, pricing);
    const problem = (path, message) => new errors/* InputError */.d((0,errors.at)({ file, line: lineOf(path) }, message));
    const patterns = new Map();
    for (const [index, model] of (data.models ?? []).entries()) {
        checkDates(model.prices, (entry, message) => problem(['models', index, 'prices', entry, 'effective'], message));
        const spellings = [{ written: model.id, path: ['models', index, 'id'] }];
        for (const [entry, written] of (model.aliases ?? []).entries())
            spellings.push({ written, path: ['models', index, 'aliases', entry] });
        for (const { written, path } of spellings) {
            const pattern = { text: written.toLowerCase(), weight: (0,wildcard/* specificity */.j)(written), model, line: lineOf(path) };
            const other = patterns.get(pattern.text);
            if (other !== undefined && other.model !== model)
                throw problem(path, `${(0,errors/* shown */.S)(written)} already names a model in line ${other.line}`);
            patterns.set(pattern.text, pattern);
        }
    }
    // Best first, so that the first pattern that matches decides.
    const globs = [...patterns.values()].filter(({ weight }) => Number.isFinite(weight)).toSorted((a, b) => b.weight - a.weight);
    return { data, problem, find: (names) => findExact(names, patterns) ?? findGlob(names, globs, file) };
}
function checkDates(prices, problem) {
    for (const [entry, price] of prices.entries()) {
        const before = prices[entry - 1];
        if (before !== undefined && price.effective <= before.effective) {
            throw problem(entry, `effective must be later than ${before.effective}, the price before it, got ${price.effective}`);
        }
    }
}
function findExact(names, patterns) {
    for (const name of names) {
        const pattern = patterns.get(joinName(name));
        if (pattern !== undefined)
            return pattern.model;
    }
    return null;
}
function findGlob(names, globs, file) {
    const best = names
        .map((name) => ({ name, found: globs.filter(({ text }) => (0,wildcard/* matchesWildcard */._)(text, joinName(name))) }))
        .toSorted((a, b) => (b.found[0]?.weight ?? -1) - (a.found[0]?.weight ?? -1))
        .at(0);
    const [first, ...others] = best?.found ?? [];
    if (best === undefined || first === undefined)
        return null;
    const rival = others.find(({ weight, model }) => weight === first.weight && model !== first.model);
    if (rival !== undefined) {
        const both = `both ${(0,errors/* shown */.S)(first.text)} and ${(0,errors/* shown */.S)(rival.text)} (line ${rival.line}) match ${(0,errors/* shown */.S)(joinName(best.name))} equally well`;
        throw new errors/* InputError */.d((0,errors.at)({ file, line: first.line }, `${both}: make one of them longer`));
    }
    return first.model;
}

;// CONCATENATED MODULE: ./build/price/fingerprint.js
/** Eight hex digits that change when a text changes (FNV-1a, 32 bits): tells catalogs apart, proves nothing about who wrote them. */
function fingerprint(texts) {
    let hash = 0x811c9dc5;
    // The separator keeps a line that moves from one file to the other from going unnoticed.
    for (const character of texts.join('\0')) {
        hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
    }
    return (hash >>> 0).toString(16).padStart(8, '0');
}

;// CONCATENATED MODULE: ./build/price/list.js
/** Loads the bundled list prices (USD per 1 million tokens) as they were at one instant, for batch calls less `batchDiscount`. */
async function loadPriceList(timeMs, batchDiscount) {
    // Half a megabyte that most runs do not need: a chunk of its own.
    const { calcPrice } = await __webpack_require__.e(/* import() */ 294).then(__webpack_require__.bind(__webpack_require__, 2294));
    // biome-ignore lint/style/noRestrictedGlobals: the list takes its instant as a Date; this one is given, no clock is read.
    const timestamp = new Date(timeMs);
    const pays = 1 - batchDiscount;
    return ({ provider, model }) => {
        const found = calculate(() => calcPrice({}, model, provider === null ? { timestamp } : { providerId: provider, timestamp }));
        if (found === null)
            return null;
        const { input_mtok, output_mtok, requests_kcount } = found.model_price;
        // Models without token prices are free tiers or billed by other units: what they cost is unknown, not zero.
        if (input_mtok === undefined && output_mtok === undefined)
            return null;
        return {
            name: `${found.provider.id}/${found.model.id}`,
            base: tariffAbove(found.model_price, -1),
            tiers: limitsOf(found.model_price).map((limit) => ({ aboveInputTokens: limit, tariff: tariffAbove(found.model_price, limit) })),
            callUsd: rateAbove(requests_kcount, -1) / 1000,
            batch: { input: pays, output: pays },
        };
    };
}
/** The list throws where an entry of its own is inconsistent; such an entry is no price. */
function calculate(run) {
    try {
        return run();
    }
    catch {
        return null;
    }
}
function tariffAbove(price, limit) {
    const { input_mtok, output_mtok, cache_read_mtok, cache_write_mtok } = price;
    return {
        input: rateAbove(input_mtok, limit),
        output: rateAbove(output_mtok, limit),
        cachedInput: rateAbove(cache_read_mtok ?? input_mtok, limit),
        cacheWrite: rateAbove(cache_write_mtok ?? input_mtok, limit),
    };
}
function rateAbove(rate, limit) {
    if (typeof rate !== 'object')
        return rate ?? 0;
    const passed = rate.tiers.filter(({ start }) => start <= limit).toSorted((a, b) => a.start - b.start);
    return passed.at(-1)?.price ?? rate.base;
}
/** Prompt tokens above which some price changes, ascending. */
function limitsOf(price) {
    const rates = [price.input_mtok, price.output_mtok, price.cache_read_mtok, price.cache_write_mtok];
    const limits = rates.flatMap((rate) => (typeof rate === 'object' ? rate.tiers.map(({ start }) => start) : []));
    return [...new Set(limits)].toSorted((a, b) => a - b);
}

;// CONCATENATED MODULE: ./build/price/override.js
/** The price that a pricing file gives a model on a day (YYYY-MM-DD); null where its first price comes later. */
function overridePrice(model, day, batchDiscount) {
    const price = model.prices.findLast(({ effective }) => effective <= day);
    if (price === undefined)
        return null;
    const tiers = (price.tiers ?? []).map((tier) => ({ aboveInputTokens: tier.above_input_tokens, tariff: toTariff(tier) }));
    return {
        name: model.id,
        base: toTariff(price),
        tiers: tiers.toSorted((a, b) => a.aboveInputTokens - b.aboveInputTokens),
        callUsd: 0,
        batch: batchShare(price, batchDiscount),
    };
}
function toTariff(price) {
    const { input, output, cached_input, cache_write } = price;
    return { input, output, cachedInput: cached_input ?? input, cacheWrite: cache_write ?? input };
}
/** Batch prices are stated for plain tokens: cached tokens and long prompts get cheaper by the same share. */
function batchShare({ input, output, batch, batch_discount }, batchDiscount) {
    if (batch !== undefined)
        return { input: share(batch.input, input), output: share(batch.output, output) };
    const pays = 1 - (batch_discount ?? batchDiscount);
    return { input: pays, output: pays };
}
function share(part, whole) {
    return whole > 0 ? part / whole : 1;
}

;// CONCATENATED MODULE: ./build/price/tariff.js
/** Cost of a record in US dollars. */
function costOf(usage, price) {
    const { cachedTokens, cacheWriteTokens, calls } = usage;
    // Of an aggregate only the sum is known: its mean call stands for all of them.
    const tariff = tariffFor(usage.inputTokens / Math.max(calls, 1), price);
    const freshTokens = Math.max(0, usage.inputTokens - cachedTokens - cacheWriteTokens);
    const input = freshTokens * tariff.input + cachedTokens * tariff.cachedInput + cacheWriteTokens * tariff.cacheWrite;
    const output = usage.outputTokens * tariff.output;
    const { batch } = price;
    const tokens = usage.batch ? input * batch.input + output * batch.output : input + output;
    return tokens / 1e6 + calls * price.callUsd;
}
function tariffFor(inputTokens, { base, tiers }) {
    return tiers.findLast(({ aboveInputTokens }) => inputTokens > aboveInputTokens)?.tariff ?? base;
}

;// CONCATENATED MODULE: ./build/price/load.js









/**
 * Reads the catalogs and loads the list prices. The user's overrides come before the bundled ones, both before the list.
 * Throws an InputError for what is wrong in a catalog; `price` does so where two patterns match a model equally well.
 */
async function loadPricer(files) {
    const texts = files.overrides === null ? [files.bundled] : [files.overrides, files.bundled];
    const catalogs = texts.map(readCatalog);
    const asOf = readInstant(catalogs);
    const batchDiscount = catalogs.map(({ data }) => data.defaults?.batch_discount).find((discount) => discount !== undefined) ?? 0;
    const providers = readProviders(catalogs);
    const list = await loadPriceList(asOf.timeMs, batchDiscount);
    const find = remember((provider, model) => {
        const names = listNames(provider, model, providers);
        return findOverride(catalogs, names, asOf.day, batchDiscount) ?? findListed(list, names);
    });
    const { unknownModel, assumed } = readUnknownModel(catalogs, find);
    return {
        price: (record) => priceRecord(record, find(record.provider, record.model) ?? assumed),
        asOf: (0,time/* isoTime */.Ly)(asOf.timeMs),
        catalog: `genai-prices ${version/* PRICE_LIST_VERSION */.e} + catalog ${fingerprint(texts.map(({ text }) => text))}`,
        unknownModel,
    };
}
function priceRecord(record, price) {
    return price === null ? null : { costUsd: costOf(record, price), pricedAs: price.name };
}
function findOverride(catalogs, names, day, batchDiscount) {
    for (const catalog of catalogs) {
        const model = catalog.find(names);
        const price = model === null ? null : overridePrice(model, day, batchDiscount);
        if (price !== null)
            return price;
    }
    return null;
}
function findListed(list, names) {
    for (const name of names) {
        const price = list(name);
        if (price !== null)
            return price;
    }
    return null;
}
/** Looks every model up once: a ledger repeats few names often. */
function remember(find) {
    const byProvider = new Map();
    return (provider, model) => {
        const byModel = byProvider.get(provider) ?? new Map();
        byProvider.set(provider, byModel);
        const known = byModel.get(model);
        if (known !== undefined)
            return known;
        const price = find(provider, model);
        byModel.set(model, price);
        return price;
    };
}
/** The user's names of providers win over the bundled ones. */
function readProviders(catalogs) {
    const entries = catalogs.toReversed().flatMap(({ data }) => Object.entries(data.providers ?? {}));
    return new Map(entries.map(([name, provider]) => [name.toLowerCase(), provider.toLowerCase()]));
}
/** The day of the first catalog that names one, at noon. */
function readInstant(catalogs) {
    for (const { data, problem } of catalogs) {
        if (data.as_of === undefined)
            continue;
        const timeMs = (0,time/* parseTimestamp */.EH)(`${data.as_of}T12:00`);
        if (timeMs === null)
            throw problem(['as_of'], `as_of must be a day of the calendar, got ${data.as_of}`);
        return { day: data.as_of, timeMs };
    }
    throw new errors/* InputError */.d('no pricing file says as_of, the day whose prices are used. Example: as_of: 2026-11-01');
}
function readUnknownModel(catalogs, find) {
    const [catalog] = catalogs.filter(({ data }) => data.defaults?.unknown_model !== undefined);
    const choice = catalog?.data.defaults?.unknown_model ?? 'warn';
    if (catalog === undefined || !choice.startsWith('assume:'))
        return { unknownModel: choice === 'fail' ? 'fail' : 'warn', assumed: null };
    const model = choice.slice('assume:'.length);
    const price = find(null, model);
    if (price === null)
        throw catalog.problem(['defaults', 'unknown_model'], `unknown_model assumes ${(0,errors/* shown */.S)(model)}, which has no price itself`);
    return { unknownModel: 'warn', assumed: { ...price, name: `${price.name} (assumed)` } };
}


/***/ }),

/***/ 3705:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ readYaml)
/* harmony export */ });
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8815);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9473);
/* harmony import */ var _problems_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7806);



/** Enough to mend a file in one go; a file of another kind would list every line. */
const MOST_PROBLEMS = 20;
/**
 * Reads strict YAML 1.2: no anchors, tags, merge keys, duplicate keys or second documents, each of which can hide a limit from its reader.
 * `Data` is the generated type of the schema behind `validate`. Throws an InputError that lists what is wrong, with lines.
 */
function readYaml(file, text, validate) {
    const lines = new yaml__WEBPACK_IMPORTED_MODULE_0__/* .LineCounter */ .HN();
    const document = parse(file, text, lines);
    const root = document.contents;
    if (root === null)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .InputError */ .d((0,_errors_js__WEBPACK_IMPORTED_MODULE_1__.at)({ file }, 'is empty'));
    const lineOf = (path) => lines.linePos(findOffset(root, path)).line;
    const data = document.toJS({ maxAliasCount: 0 });
    if (isValid(validate, data))
        return { data, lineOf };
    const problems = (0,_problems_js__WEBPACK_IMPORTED_MODULE_2__/* .describeProblems */ .y)(data, validate.errors ?? []).map(({ path, message, keys }) => ({ line: lineOf(keys), path, message }));
    fail(file, problems);
}
function isValid(validate, data) {
    return validate(data);
}
function parse(file, text, lineCounter) {
    const options = {
        version: '1.2',
        schema: 'core',
        uniqueKeys: true,
        stringKeys: true,
        merge: false,
        prettyErrors: false,
        lineCounter,
    };
    const document = (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .parseDocument */ .Tp)(text, options);
    const found = [...document.errors, ...document.warnings].map(({ pos, code, message }) => ({
        offset: pos[0],
        message: WORDING.get(code) ?? message,
    }));
    (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .visit */ .YR)(document, {
        Node(_key, node) {
            const anchored = (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isAlias */ .Vj)(node) || (((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(node) || (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isMap */ .jh)(node) || (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isSeq */ .oP)(node)) && node.anchor !== undefined);
            if (anchored)
                found.push({ offset: node.range?.[0] ?? 0, message: 'anchors and aliases are not allowed: write the value out' });
        },
    });
    const problems = found.map(({ offset, message }) => ({ line: lineCounter.linePos(offset).line, message }));
    if (problems.length > 0)
        fail(file, problems);
    return document;
}
/** Where the parser's own words would not help. */
const WORDING = new Map([
    ['MULTIPLE_DOCS', 'a second document starts here: keep one per file'],
    ['NON_STRING_KEY', 'keys must be text'],
    ['RESOURCE_EXHAUSTION', 'is nested too deeply'],
]);
function fail(file, problems) {
    const inOrder = problems.toSorted((a, b) => a.line - b.line).map(({ line, path, message }) => (0,_errors_js__WEBPACK_IMPORTED_MODULE_1__.at)({ file, line, path }, message));
    const [first = '', ...others] = new Set(inOrder);
    const left = others.length - MOST_PROBLEMS;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .InputError */ .d(first, left > 0 ? [...others.slice(0, MOST_PROBLEMS), `and ${left} more`] : others);
}
function findOffset(root, path) {
    let node = root;
    let offset = root.range[0];
    for (const key of path) {
        if ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isMap */ .jh)(node)) {
            const pair = node.items.find((item) => (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(item.key) && item.key.value === key);
            if (pair === undefined)
                break;
            offset = pair.key.range[0];
            node = pair.value;
        }
        else if ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isSeq */ .oP)(node)) {
            const entry = node.items[Number(key)];
            if (entry === undefined)
                break;
            offset = entry.range[0];
            node = entry;
        }
        else
            break;
    }
    return offset;
}


/***/ })

};
