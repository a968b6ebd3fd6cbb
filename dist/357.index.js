export const id = 357;
export const ids = [357];
export const modules = {

/***/ 2357:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  readPolicy: () => (/* binding */ readPolicy)
});

// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(9473);
// EXTERNAL MODULE: ./node_modules/ajv/dist/runtime/ucs2length.js
var ucs2length = __webpack_require__(6214);
;// CONCATENATED MODULE: ./build/generated/validate/policy.js

const func1 = ucs2length["default"] ?? ucs2length
"use strict";const validate = (/* unused pure expression or super */ null && (validate20));/* harmony default export */ const policy = (validate20);const schema31 = {"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"urn:llm-cost-gate:schema:policy","type":"object","additionalProperties":false,"properties":{"policies":{"type":"array","items":{"type":"object","additionalProperties":false,"required":["name"],"properties":{"name":{"type":"string","minLength":1,"maxLength":200},"description":{"type":["string","null"],"maxLength":2000},"subject":{"type":"string","enum":["agent","model"]},"limits":{"type":"object","additionalProperties":{"$ref":"#/$defs/limits"}},"thresholds":{"$ref":"#/$defs/thresholds"}}}},"regression":{"$ref":"#/$defs/regression"}},"$defs":{"usd":{"type":"number","minimum":0,"maximum":1000000000},"limits":{"type":"object","additionalProperties":false,"minProperties":1,"properties":{"max_cost_per_run_usd":{"$ref":"#/$defs/usd"},"max_cost_per_day_usd":{"$ref":"#/$defs/usd"},"max_cost_per_month_usd":{"$ref":"#/$defs/usd"},"max_daily_spend_usd":{"$ref":"#/$defs/usd"},"require_approval":{"type":"boolean"}}},"thresholds":{"type":"object","additionalProperties":false,"minProperties":1,"properties":{"warn_cost_per_run_usd":{"$ref":"#/$defs/usd"},"error_cost_per_run_usd":{"$ref":"#/$defs/usd"}}},"regression":{"type":"object","additionalProperties":false,"minProperties":1,"properties":{"max_increase_percent":{"$ref":"#/$defs/percent"},"min_increase_usd":{"$ref":"#/$defs/minIncrease"},"per_model":{"$ref":"#/$defs/regressionLimits"},"per_agent":{"$ref":"#/$defs/regressionLimits"},"per_step":{"$ref":"#/$defs/regressionLimits"}}},"percent":{"type":"number","minimum":0,"maximum":1000000},"minIncrease":{"type":"number","minimum":0,"maximum":1000000000},"regressionLimits":{"type":"object","additionalProperties":{"type":"object","additionalProperties":false,"required":["max_increase_percent"],"properties":{"max_increase_percent":{"$ref":"#/$defs/percent"},"min_increase_usd":{"$ref":"#/$defs/minIncrease"}}}}}};const schema32 = {"type":"object","additionalProperties":false,"minProperties":1,"properties":{"max_cost_per_run_usd":{"$ref":"#/$defs/usd"},"max_cost_per_day_usd":{"$ref":"#/$defs/usd"},"max_cost_per_month_usd":{"$ref":"#/$defs/usd"},"max_daily_spend_usd":{"$ref":"#/$defs/usd"},"require_approval":{"type":"boolean"}}};const schema33 = {"type":"number","minimum":0,"maximum":1000000000};function validate21(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){let vErrors = null;let errors = 0;const evaluated0 = validate21.evaluated;if(evaluated0.dynamicProps){evaluated0.props = undefined;}if(evaluated0.dynamicItems){evaluated0.items = undefined;}if(data && typeof data == "object" && !Array.isArray(data)){if(Object.keys(data).length < 1){const err0 = {instancePath,schemaPath:"#/minProperties",keyword:"minProperties",params:{limit: 1},message:"must NOT have fewer than 1 properties",schema:1,parentSchema:schema32,data};if(vErrors === null){vErrors = [err0];}else {vErrors.push(err0);}errors++;}for(const key0 in data){if(!(((((key0 === "max_cost_per_run_usd") || (key0 === "max_cost_per_day_usd")) || (key0 === "max_cost_per_month_usd")) || (key0 === "max_daily_spend_usd")) || (key0 === "require_approval"))){const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema32,data};if(vErrors === null){vErrors = [err1];}else {vErrors.push(err1);}errors++;}}if(data.max_cost_per_run_usd !== undefined){let data0 = data.max_cost_per_run_usd;if((typeof data0 == "number") && (isFinite(data0))){if(data0 > 1000000000 || isNaN(data0)){const err2 = {instancePath:instancePath+"/max_cost_per_run_usd",schemaPath:"#/$defs/usd/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000000000},message:"must be <= 1000000000",schema:1000000000,parentSchema:schema33,data:data0};if(vErrors === null){vErrors = [err2];}else {vErrors.push(err2);}errors++;}if(data0 < 0 || isNaN(data0)){const err3 = {instancePath:instancePath+"/max_cost_per_run_usd",schemaPath:"#/$defs/usd/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema33,data:data0};if(vErrors === null){vErrors = [err3];}else {vErrors.push(err3);}errors++;}}else {const err4 = {instancePath:instancePath+"/max_cost_per_run_usd",schemaPath:"#/$defs/usd/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema33.type,parentSchema:schema33,data:data0};if(vErrors === null){vErrors = [err4];}else {vErrors.push(err4);}errors++;}}if(data.max_cost_per_day_usd !== undefined){let data1 = data.max_cost_per_day_usd;if((typeof data1 == "number") && (isFinite(data1))){if(data1 > 1000000000 || isNaN(data1)){const err5 = {instancePath:instancePath+"/max_cost_per_day_usd",schemaPath:"#/$defs/usd/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000000000},message:"must be <= 1000000000",schema:1000000000,parentSchema:schema33,data:data1};if(vErrors === null){vErrors = [err5];}else {vErrors.push(err5);}errors++;}if(data1 < 0 || isNaN(data1)){const err6 = {instancePath:instancePath+"/max_cost_per_day_usd",schemaPath:"#/$defs/usd/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema33,data:data1};if(vErrors === null){vErrors = [err6];}else {vErrors.push(err6);}errors++;}}else {const err7 = {instancePath:instancePath+"/max_cost_per_day_usd",schemaPath:"#/$defs/usd/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema33.type,parentSchema:schema33,data:data1};if(vErrors === null){vErrors = [err7];}else {vErrors.push(err7);}errors++;}}if(data.max_cost_per_month_usd !== undefined){let data2 = data.max_cost_per_month_usd;if((typeof data2 == "number") && (isFinite(data2))){if(data2 > 1000000000 || isNaN(data2)){const err8 = {instancePath:instancePath+"/max_cost_per_month_usd",schemaPath:"#/$defs/usd/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000000000},message:"must be <= 1000000000",schema:1000000000,parentSchema:schema33,data:data2};if(vErrors === null){vErrors = [err8];}else {vErrors.push(err8);}errors++;}if(data2 < 0 || isNaN(data2)){const err9 = {instancePath:instancePath+"/max_cost_per_month_usd",schemaPath:"#/$defs/usd/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema33,data:data2};if(vErrors === null){vErrors = [err9];}else {vErrors.push(err9);}errors++;}}else {const err10 = {instancePath:instancePath+"/max_cost_per_month_usd",schemaPath:"#/$defs/usd/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema33.type,parentSchema:schema33,data:data2};if(vErrors === null){vErrors = [err10];}else {vErrors.push(err10);}errors++;}}if(data.max_daily_spend_usd !== undefined){let data3 = data.max_daily_spend_usd;if((typeof data3 == "number") && (isFinite(data3))){if(data3 > 1000000000 || isNaN(data3)){const err11 = {instancePath:instancePath+"/max_daily_spend_usd",schemaPath:"#/$defs/usd/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000000000},message:"must be <= 1000000000",schema:1000000000,parentSchema:schema33,data:data3};if(vErrors === null){vErrors = [err11];}else {vErrors.push(err11);}errors++;}if(data3 < 0 || isNaN(data3)){const err12 = {instancePath:instancePath+"/max_daily_spend_usd",schemaPath:"#/$defs/usd/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema33,data:data3};if(vErrors === null){vErrors = [err12];}else {vErrors.push(err12);}errors++;}}else {const err13 = {instancePath:instancePath+"/max_daily_spend_usd",schemaPath:"#/$defs/usd/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema33.type,parentSchema:schema33,data:data3};if(vErrors === null){vErrors = [err13];}else {vErrors.push(err13);}errors++;}}if(data.require_approval !== undefined){let data4 = data.require_approval;if(typeof data4 !== "boolean"){const err14 = {instancePath:instancePath+"/require_approval",schemaPath:"#/properties/require_approval/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema32.properties.require_approval.type,parentSchema:schema32.properties.require_approval,data:data4};if(vErrors === null){vErrors = [err14];}else {vErrors.push(err14);}errors++;}}}else {const err15 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema32.type,parentSchema:schema32,data};if(vErrors === null){vErrors = [err15];}else {vErrors.push(err15);}errors++;}validate21.errors = vErrors;return errors === 0;}validate21.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};const schema37 = {"type":"object","additionalProperties":false,"minProperties":1,"properties":{"warn_cost_per_run_usd":{"$ref":"#/$defs/usd"},"error_cost_per_run_usd":{"$ref":"#/$defs/usd"}}};function validate23(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){let vErrors = null;let errors = 0;const evaluated0 = validate23.evaluated;if(evaluated0.dynamicProps){evaluated0.props = undefined;}if(evaluated0.dynamicItems){evaluated0.items = undefined;}if(data && typeof data == "object" && !Array.isArray(data)){if(Object.keys(data).length < 1){const err0 = {instancePath,schemaPath:"#/minProperties",keyword:"minProperties",params:{limit: 1},message:"must NOT have fewer than 1 properties",schema:1,parentSchema:schema37,data};if(vErrors === null){vErrors = [err0];}else {vErrors.push(err0);}errors++;}for(const key0 in data){if(!((key0 === "warn_cost_per_run_usd") || (key0 === "error_cost_per_run_usd"))){const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema37,data};if(vErrors === null){vErrors = [err1];}else {vErrors.push(err1);}errors++;}}if(data.warn_cost_per_run_usd !== undefined){let data0 = data.warn_cost_per_run_usd;if((typeof data0 == "number") && (isFinite(data0))){if(data0 > 1000000000 || isNaN(data0)){const err2 = {instancePath:instancePath+"/warn_cost_per_run_usd",schemaPath:"#/$defs/usd/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000000000},message:"must be <= 1000000000",schema:1000000000,parentSchema:schema33,data:data0};if(vErrors === null){vErrors = [err2];}else {vErrors.push(err2);}errors++;}if(data0 < 0 || isNaN(data0)){const err3 = {instancePath:instancePath+"/warn_cost_per_run_usd",schemaPath:"#/$defs/usd/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema33,data:data0};if(vErrors === null){vErrors = [err3];}else {vErrors.push(err3);}errors++;}}else {const err4 = {instancePath:instancePath+"/warn_cost_per_run_usd",schemaPath:"#/$defs/usd/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema33.type,parentSchema:schema33,data:data0};if(vErrors === null){vErrors = [err4];}else {vErrors.push(err4);}errors++;}}if(data.error_cost_per_run_usd !== undefined){let data1 = data.error_cost_per_run_usd;if((typeof data1 == "number") && (isFinite(data1))){if(data1 > 1000000000 || isNaN(data1)){const err5 = {instancePath:instancePath+"/error_cost_per_run_usd",schemaPath:"#/$defs/usd/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000000000},message:"must be <= 1000000000",schema:1000000000,parentSchema:schema33,data:data1};if(vErrors === null){vErrors = [err5];}else {vErrors.push(err5);}errors++;}if(data1 < 0 || isNaN(data1)){const err6 = {instancePath:instancePath+"/error_cost_per_run_usd",schemaPath:"#/$defs/usd/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema33,data:data1};if(vErrors === null){vErrors = [err6];}else {vErrors.push(err6);}errors++;}}else {const err7 = {instancePath:instancePath+"/error_cost_per_run_usd",schemaPath:"#/$defs/usd/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema33.type,parentSchema:schema33,data:data1};if(vErrors === null){vErrors = [err7];}else {vErrors.push(err7);}errors++;}}}else {const err8 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema37.type,parentSchema:schema37,data};if(vErrors === null){vErrors = [err8];}else {vErrors.push(err8);}errors++;}validate23.errors = vErrors;return errors === 0;}validate23.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};const schema40 = {"type":"object","additionalProperties":false,"minProperties":1,"properties":{"max_increase_percent":{"$ref":"#/$defs/percent"},"min_increase_usd":{"$ref":"#/$defs/minIncrease"},"per_model":{"$ref":"#/$defs/regressionLimits"},"per_agent":{"$ref":"#/$defs/regressionLimits"},"per_step":{"$ref":"#/$defs/regressionLimits"}}};const schema41 = {"type":"number","minimum":0,"maximum":1000000};const schema42 = {"type":"number","minimum":0,"maximum":1000000000};const schema43 = {"type":"object","additionalProperties":{"type":"object","additionalProperties":false,"required":["max_increase_percent"],"properties":{"max_increase_percent":{"$ref":"#/$defs/percent"},"min_increase_usd":{"$ref":"#/$defs/minIncrease"}}}};function validate26(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){let vErrors = null;let errors = 0;const evaluated0 = validate26.evaluated;if(evaluated0.dynamicProps){evaluated0.props = undefined;}if(evaluated0.dynamicItems){evaluated0.items = undefined;}if(data && typeof data == "object" && !Array.isArray(data)){for(const key0 in data){let data0 = data[key0];if(data0 && typeof data0 == "object" && !Array.isArray(data0)){if(data0.max_increase_percent === undefined){const err0 = {instancePath:instancePath+"/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/additionalProperties/required",keyword:"required",params:{missingProperty: "max_increase_percent"},message:"must have required property '"+"max_increase_percent"+"'",schema:schema43.additionalProperties.required,parentSchema:schema43.additionalProperties,data:data0};if(vErrors === null){vErrors = [err0];}else {vErrors.push(err0);}errors++;}for(const key1 in data0){if(!((key1 === "max_increase_percent") || (key1 === "min_increase_usd"))){const err1 = {instancePath:instancePath+"/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/additionalProperties/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties",schema:false,parentSchema:schema43.additionalProperties,data:data0};if(vErrors === null){vErrors = [err1];}else {vErrors.push(err1);}errors++;}}if(data0.max_increase_percent !== undefined){let data1 = data0.max_increase_percent;if((typeof data1 == "number") && (isFinite(data1))){if(data1 > 1000000 || isNaN(data1)){const err2 = {instancePath:instancePath+"/" + key0.replace(/~/g, "~0").replace(/\//g, "~1")+"/max_increase_percent",schemaPath:"#/$defs/percent/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000000},message:"must be <= 1000000",schema:1000000,parentSchema:schema41,data:data1};if(vErrors === null){vErrors = [err2];}else {vErrors.push(err2);}errors++;}if(data1 < 0 || isNaN(data1)){const err3 = {instancePath:instancePath+"/" + key0.replace(/~/g, "~0").replace(/\//g, "~1")+"/max_increase_percent",schemaPath:"#/$defs/percent/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema41,data:data1};if(vErrors === null){vErrors = [err3];}else {vErrors.push(err3);}errors++;}}else {const err4 = {instancePath:instancePath+"/" + key0.replace(/~/g, "~0").replace(/\//g, "~1")+"/max_increase_percent",schemaPath:"#/$defs/percent/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema41.type,parentSchema:schema41,data:data1};if(vErrors === null){vErrors = [err4];}else {vErrors.push(err4);}errors++;}}if(data0.min_increase_usd !== undefined){let data2 = data0.min_increase_usd;if((typeof data2 == "number") && (isFinite(data2))){if(data2 > 1000000000 || isNaN(data2)){const err5 = {instancePath:instancePath+"/" + key0.replace(/~/g, "~0").replace(/\//g, "~1")+"/min_increase_usd",schemaPath:"#/$defs/minIncrease/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000000000},message:"must be <= 1000000000",schema:1000000000,parentSchema:schema42,data:data2};if(vErrors === null){vErrors = [err5];}else {vErrors.push(err5);}errors++;}if(data2 < 0 || isNaN(data2)){const err6 = {instancePath:instancePath+"/" + key0.replace(/~/g, "~0").replace(/\//g, "~1")+"/min_increase_usd",schemaPath:"#/$defs/minIncrease/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema42,data:data2};if(vErrors === null){vErrors = [err6];}else {vErrors.push(err6);}errors++;}}else {const err7 = {instancePath:instancePath+"/" + key0.replace(/~/g, "~0").replace(/\//g, "~1")+"/min_increase_usd",schemaPath:"#/$defs/minIncrease/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema42.type,parentSchema:schema42,data:data2};if(vErrors === null){vErrors = [err7];}else {vErrors.push(err7);}errors++;}}}else {const err8 = {instancePath:instancePath+"/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/additionalProperties/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema43.additionalProperties.type,parentSchema:schema43.additionalProperties,data:data0};if(vErrors === null){vErrors = [err8];}else {vErrors.push(err8);}errors++;}}}else {const err9 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema43.type,parentSchema:schema43,data};if(vErrors === null){vErrors = [err9];}else {vErrors.push(err9);}errors++;}validate26.errors = vErrors;return errors === 0;}validate26.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};function validate25(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){let vErrors = null;let errors = 0;const evaluated0 = validate25.evaluated;if(evaluated0.dynamicProps){evaluated0.props = undefined;}if(evaluated0.dynamicItems){evaluated0.items = undefined;}if(data && typeof data == "object" && !Array.isArray(data)){if(Object.keys(data).length < 1){const err0 = {instancePath,schemaPath:"#/minProperties",keyword:"minProperties",params:{limit: 1},message:"must NOT have fewer than 1 properties",schema:1,parentSchema:schema40,data};if(vErrors === null){vErrors = [err0];}else {vErrors.push(err0);}errors++;}for(const key0 in data){if(!(((((key0 === "max_increase_percent") || (key0 === "min_increase_usd")) || (key0 === "per_model")) || (key0 === "per_agent")) || (key0 === "per_step"))){const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema40,data};if(vErrors === null){vErrors = [err1];}else {vErrors.push(err1);}errors++;}}if(data.max_increase_percent !== undefined){let data0 = data.max_increase_percent;if((typeof data0 == "number") && (isFinite(data0))){if(data0 > 1000000 || isNaN(data0)){const err2 = {instancePath:instancePath+"/max_increase_percent",schemaPath:"#/$defs/percent/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000000},message:"must be <= 1000000",schema:1000000,parentSchema:schema41,data:data0};if(vErrors === null){vErrors = [err2];}else {vErrors.push(err2);}errors++;}if(data0 < 0 || isNaN(data0)){const err3 = {instancePath:instancePath+"/max_increase_percent",schemaPath:"#/$defs/percent/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema41,data:data0};if(vErrors === null){vErrors = [err3];}else {vErrors.push(err3);}errors++;}}else {const err4 = {instancePath:instancePath+"/max_increase_percent",schemaPath:"#/$defs/percent/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema41.type,parentSchema:schema41,data:data0};if(vErrors === null){vErrors = [err4];}else {vErrors.push(err4);}errors++;}}if(data.min_increase_usd !== undefined){let data1 = data.min_increase_usd;if((typeof data1 == "number") && (isFinite(data1))){if(data1 > 1000000000 || isNaN(data1)){const err5 = {instancePath:instancePath+"/min_increase_usd",schemaPath:"#/$defs/minIncrease/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000000000},message:"must be <= 1000000000",schema:1000000000,parentSchema:schema42,data:data1};if(vErrors === null){vErrors = [err5];}else {vErrors.push(err5);}errors++;}if(data1 < 0 || isNaN(data1)){const err6 = {instancePath:instancePath+"/min_increase_usd",schemaPath:"#/$defs/minIncrease/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema42,data:data1};if(vErrors === null){vErrors = [err6];}else {vErrors.push(err6);}errors++;}}else {const err7 = {instancePath:instancePath+"/min_increase_usd",schemaPath:"#/$defs/minIncrease/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema42.type,parentSchema:schema42,data:data1};if(vErrors === null){vErrors = [err7];}else {vErrors.push(err7);}errors++;}}if(data.per_model !== undefined){if(!(validate26(data.per_model, {instancePath:instancePath+"/per_model",parentData:data,parentDataProperty:"per_model",rootData,dynamicAnchors}))){vErrors = vErrors === null ? validate26.errors : vErrors.concat(validate26.errors);errors = vErrors.length;}}if(data.per_agent !== undefined){if(!(validate26(data.per_agent, {instancePath:instancePath+"/per_agent",parentData:data,parentDataProperty:"per_agent",rootData,dynamicAnchors}))){vErrors = vErrors === null ? validate26.errors : vErrors.concat(validate26.errors);errors = vErrors.length;}}if(data.per_step !== undefined){if(!(validate26(data.per_step, {instancePath:instancePath+"/per_step",parentData:data,parentDataProperty:"per_step",rootData,dynamicAnchors}))){vErrors = vErrors === null ? validate26.errors : vErrors.concat(validate26.errors);errors = vErrors.length;}}}else {const err8 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema40.type,parentSchema:schema40,data};if(vErrors === null){vErrors = [err8];}else {vErrors.push(err8);}errors++;}validate25.errors = vErrors;return errors === 0;}validate25.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};function validate20(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){/*# sourceURL="urn:llm-cost-gate:schema:policy" */;let vErrors = null;let errors = 0;const evaluated0 = validate20.evaluated;if(evaluated0.dynamicProps){evaluated0.props = undefined;}if(evaluated0.dynamicItems){evaluated0.items = undefined;}if(data && typeof data == "object" && !Array.isArray(data)){for(const key0 in data){if(!((key0 === "policies") || (key0 === "regression"))){const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema31,data};if(vErrors === null){vErrors = [err0];}else {vErrors.push(err0);}errors++;}}if(data.policies !== undefined){let data0 = data.policies;if(Array.isArray(data0)){const len0 = data0.length;for(let i0=0; i0<len0; i0++){let data1 = data0[i0];if(data1 && typeof data1 == "object" && !Array.isArray(data1)){if(data1.name === undefined){const err1 = {instancePath:instancePath+"/policies/" + i0,schemaPath:"#/properties/policies/items/required",keyword:"required",params:{missingProperty: "name"},message:"must have required property '"+"name"+"'",schema:schema31.properties.policies.items.required,parentSchema:schema31.properties.policies.items,data:data1};if(vErrors === null){vErrors = [err1];}else {vErrors.push(err1);}errors++;}for(const key1 in data1){if(!(((((key1 === "name") || (key1 === "description")) || (key1 === "subject")) || (key1 === "limits")) || (key1 === "thresholds"))){const err2 = {instancePath:instancePath+"/policies/" + i0,schemaPath:"#/properties/policies/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties",schema:false,parentSchema:schema31.properties.policies.items,data:data1};if(vErrors === null){vErrors = [err2];}else {vErrors.push(err2);}errors++;}}if(data1.name !== undefined){let data2 = data1.name;if(typeof data2 === "string"){if(func1(data2) > 200){const err3 = {instancePath:instancePath+"/policies/" + i0+"/name",schemaPath:"#/properties/policies/items/properties/name/maxLength",keyword:"maxLength",params:{limit: 200},message:"must NOT have more than 200 characters",schema:200,parentSchema:schema31.properties.policies.items.properties.name,data:data2};if(vErrors === null){vErrors = [err3];}else {vErrors.push(err3);}errors++;}if(func1(data2) < 1){const err4 = {instancePath:instancePath+"/policies/" + i0+"/name",schemaPath:"#/properties/policies/items/properties/name/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema31.properties.policies.items.properties.name,data:data2};if(vErrors === null){vErrors = [err4];}else {vErrors.push(err4);}errors++;}}else {const err5 = {instancePath:instancePath+"/policies/" + i0+"/name",schemaPath:"#/properties/policies/items/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.policies.items.properties.name.type,parentSchema:schema31.properties.policies.items.properties.name,data:data2};if(vErrors === null){vErrors = [err5];}else {vErrors.push(err5);}errors++;}}if(data1.description !== undefined){let data3 = data1.description;if((typeof data3 !== "string") && (data3 !== null)){const err6 = {instancePath:instancePath+"/policies/" + i0+"/description",schemaPath:"#/properties/policies/items/properties/description/type",keyword:"type",params:{type: schema31.properties.policies.items.properties.description.type},message:"must be string,null",schema:schema31.properties.policies.items.properties.description.type,parentSchema:schema31.properties.policies.items.properties.description,data:data3};if(vErrors === null){vErrors = [err6];}else {vErrors.push(err6);}errors++;}if(typeof data3 === "string"){if(func1(data3) > 2000){const err7 = {instancePath:instancePath+"/policies/" + i0+"/description",schemaPath:"#/properties/policies/items/properties/description/maxLength",keyword:"maxLength",params:{limit: 2000},message:"must NOT have more than 2000 characters",schema:2000,parentSchema:schema31.properties.policies.items.properties.description,data:data3};if(vErrors === null){vErrors = [err7];}else {vErrors.push(err7);}errors++;}}}if(data1.subject !== undefined){let data4 = data1.subject;if(typeof data4 !== "string"){const err8 = {instancePath:instancePath+"/policies/" + i0+"/subject",schemaPath:"#/properties/policies/items/properties/subject/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema31.properties.policies.items.properties.subject.type,parentSchema:schema31.properties.policies.items.properties.subject,data:data4};if(vErrors === null){vErrors = [err8];}else {vErrors.push(err8);}errors++;}if(!((data4 === "agent") || (data4 === "model"))){const err9 = {instancePath:instancePath+"/policies/" + i0+"/subject",schemaPath:"#/properties/policies/items/properties/subject/enum",keyword:"enum",params:{allowedValues: schema31.properties.policies.items.properties.subject.enum},message:"must be equal to one of the allowed values",schema:schema31.properties.policies.items.properties.subject.enum,parentSchema:schema31.properties.policies.items.properties.subject,data:data4};if(vErrors === null){vErrors = [err9];}else {vErrors.push(err9);}errors++;}}if(data1.limits !== undefined){let data5 = data1.limits;if(data5 && typeof data5 == "object" && !Array.isArray(data5)){for(const key2 in data5){if(!(validate21(data5[key2], {instancePath:instancePath+"/policies/" + i0+"/limits/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),parentData:data5,parentDataProperty:key2,rootData,dynamicAnchors}))){vErrors = vErrors === null ? validate21.errors : vErrors.concat(validate21.errors);errors = vErrors.length;}}}else {const err10 = {instancePath:instancePath+"/policies/" + i0+"/limits",schemaPath:"#/properties/policies/items/properties/limits/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema31.properties.policies.items.properties.limits.type,parentSchema:schema31.properties.policies.items.properties.limits,data:data5};if(vErrors === null){vErrors = [err10];}else {vErrors.push(err10);}errors++;}}if(data1.thresholds !== undefined){if(!(validate23(data1.thresholds, {instancePath:instancePath+"/policies/" + i0+"/thresholds",parentData:data1,parentDataProperty:"thresholds",rootData,dynamicAnchors}))){vErrors = vErrors === null ? validate23.errors : vErrors.concat(validate23.errors);errors = vErrors.length;}}}else {const err11 = {instancePath:instancePath+"/policies/" + i0,schemaPath:"#/properties/policies/items/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema31.properties.policies.items.type,parentSchema:schema31.properties.policies.items,data:data1};if(vErrors === null){vErrors = [err11];}else {vErrors.push(err11);}errors++;}}}else {const err12 = {instancePath:instancePath+"/policies",schemaPath:"#/properties/policies/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema31.properties.policies.type,parentSchema:schema31.properties.policies,data:data0};if(vErrors === null){vErrors = [err12];}else {vErrors.push(err12);}errors++;}}if(data.regression !== undefined){if(!(validate25(data.regression, {instancePath:instancePath+"/regression",parentData:data,parentDataProperty:"regression",rootData,dynamicAnchors}))){vErrors = vErrors === null ? validate25.errors : vErrors.concat(validate25.errors);errors = vErrors.length;}}}else {const err13 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema31.type,parentSchema:schema31,data};if(vErrors === null){vErrors = [err13];}else {vErrors.push(err13);}errors++;}validate20.errors = vErrors;return errors === 0;}validate20.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

// EXTERNAL MODULE: ./build/yaml.js
var yaml = __webpack_require__(3705);
// EXTERNAL MODULE: ./build/judge/rule.js
var rule = __webpack_require__(1540);
;// CONCATENATED MODULE: ./build/judge/policy.js




/** What a limit is about where its group does not say. */
const SUBJECTS = {
    max_cost_per_run_usd: 'agent',
    max_cost_per_day_usd: 'agent',
    max_cost_per_month_usd: 'agent',
    max_daily_spend_usd: 'model',
    require_approval: 'model',
};
const THRESHOLDS = [
    { key: 'warn_cost_per_run_usd', level: 'warning' },
    { key: 'error_cost_per_run_usd', level: 'error' },
];
const REGRESSION_GROUPS = [
    { key: 'per_model', kind: 'model' },
    { key: 'per_agent', kind: 'agent' },
    { key: 'per_step', kind: 'step' },
];
/**
 * Reads a policy (schemas/policy.schema.json) into rules that know their lines. Throws an InputError for YAML that breaks the schema,
 * a limit on the wrong kind of subject, and a file without any limit: that is a mistake, not a policy that allows everything.
 */
function readPolicy(file, text) {
    const { data, lineOf } = (0,yaml/* readYaml */.g)(file, text, policy);
    const groups = data.policies ?? [];
    const locateIn = (name) => (keys) => ({ path: file, line: lineOf(keys), name });
    const rules = [
        ...groups.flatMap((group, index) => readGroup(group, ['policies', index], locateIn(group.name))),
        ...readIncreases(data.regression, locateIn(null)),
    ];
    const total = readTotal(data.regression, locateIn(null));
    if (total.maxIncreasePercent === null && total.minIncreaseUsd === null && !rules.some(rule/* isLimit */.S4)) {
        throw new errors/* InputError */.d(`${file} has no limits in it. Example: policies: [{ name: agent_budgets, limits: { my-agent: { max_cost_per_run_usd: 2 } } }]`);
    }
    return { rules, total };
}
function readGroup(group, keys, locate) {
    const limits = Object.entries(group.limits ?? {}).flatMap(([pattern, subject]) => readLimits(subject, { pattern, about: group.subject, keys: [...keys, 'limits', pattern] }, locate));
    const thresholds = THRESHOLDS.flatMap(({ key, level }) => {
        const limit = group.thresholds?.[key];
        return limit === undefined ? [] : [{ kind: 'run', key, limit, level, policy: locate([...keys, 'thresholds', key]) }];
    });
    return [...limits, ...thresholds];
}
function readLimits(limits, place, locate) {
    const { pattern, about, keys } = place;
    const base = (key) => ({ pattern, group: keys.slice(0, 2).join('.'), level: 'error', policy: locate([...keys, key]) });
    const rules = [];
    if (limits.max_cost_per_run_usd !== undefined) {
        const key = 'max_cost_per_run_usd';
        if (about === 'model')
            throw aboutModel(base(key).policy);
        rules.push({ ...base(key), kind: SUBJECTS[key], key, limit: limits.max_cost_per_run_usd });
    }
    for (const key of rule/* PERIOD_KEYS */.zV) {
        const limit = limits[key];
        if (limit !== undefined)
            rules.push({ ...base(key), kind: about ?? SUBJECTS[key], key, limit });
    }
    if (limits.require_approval !== undefined) {
        const key = 'require_approval';
        rules.push({ ...base(key), kind: about ?? SUBJECTS[key], key, required: limits.require_approval });
    }
    return rules;
}
function aboutModel({ path: file, line }) {
    const what = 'max_cost_per_run_usd is about agents, but this group has "subject: model": a model has no runs of its own.';
    return new errors/* InputError */.d((0,errors.at)({ file, line }, `${what} Use max_cost_per_day_usd, or move it to a group without "subject: model"`));
}
function readIncreases(regression, locate) {
    return REGRESSION_GROUPS.flatMap(({ key: group, kind }) => Object.entries(regression?.[group] ?? {}).map(([pattern, limit]) => ({
        kind,
        pattern,
        group: `regression.${group}`,
        key: 'max_increase_percent',
        limit: limit.max_increase_percent,
        minIncreaseUsd: limit.min_increase_usd ?? 0,
        level: 'error',
        policy: locate(['regression', group, pattern, 'max_increase_percent']),
    })));
}
function readTotal(regression, locate) {
    const maxIncreasePercent = regression?.max_increase_percent ?? null;
    return {
        maxIncreasePercent,
        minIncreaseUsd: regression?.min_increase_usd ?? null,
        policy: maxIncreasePercent === null ? null : locate(['regression', 'max_increase_percent']),
    };
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
