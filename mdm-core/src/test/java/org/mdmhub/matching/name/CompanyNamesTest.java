package org.mdmhub.matching.name;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompanyNamesTest {

    @ParameterizedTest
    @CsvSource({
        "云岭贸易有限公司,雲嶺貿易有限公司,EQUAL",
        "深圳市云岭贸易有限公司,深圳云岭贸易有限责任公司,LEGAL_FORM",
        "深圳云岭贸易有限公司,云岭贸易有限公司,SAME_BRAND_INDUSTRY",
        "云岭,深圳云岭贸易有限公司,SHORT_FORM",
        "渝岭机电,重庆渝州岭南机电股份有限公司,SHORT_FORM",
        "岭瓷股份,湖南岭南瓷业股份有限公司,SHORT_FORM",
        "深圳云岭贸易有限公司,深圳芸岭贸易有限公司,SOUND",
        "深圳云岭贸易有限公司,深圳云峰贸易有限公司,ONE_CHARACTER",
        "深圳云岭贸易有限公司,深圳岭云贸易有限公司,SWAPPED",
        "深圳云岭贸易有限公司,圳深云岭贸易有限公司,SIMILAR_HIGH",
        "深圳云岭贸易有限公司,深云圳岭贸易有限公司,SIMILAR_HIGH",
        "深圳云岭贸易有限公司,深圳云岭易贸有限公司,SIMILAR_HIGH",
        "深圳云岭电气有限公司,深圳云岭电有气限公司,SIMILAR_HIGH",
        "深圳云岭三十一贸易有限公司,深圳云岭三一十贸易有限公司,OTHER_NUMBER",
        "昆明富锦橡胶制品有限公司,富锦橡胶制品有限公司,SAME_BRAND_INDUSTRY",
        "深圳云岭贸易有限公司,上海云岭贸易有限公司,OTHER_REGION",
        "云岭（深圳）贸易有限公司,云岭（上海）贸易有限公司,OTHER_REGION",
        "长沙云岭贸易有限公司,长沙市云岭贸易有限公司,LEGAL_FORM",
        "长沙市云岭贸易有限公司,长沙县云岭贸易有限公司,OTHER_REGION",
        "吉林省云岭贸易有限公司,吉林市云岭贸易有限公司,OTHER_REGION",
        "云岭贸易有限公司,云岭贸易有限公司杭州分公司,OTHER_BRANCH",
        "云岭贸易有限公司苏州分公司,云岭贸易有限公司杭州分公司,OTHER_BRANCH",
        "云岭药房有限公司第一分店,云岭药房有限公司第二分店,OTHER_NUMBER",
        "深圳云岭贸易有限公司,深圳云岭物流有限公司,OTHER_INDUSTRY",
        "深圳云岭投资有限公司,深圳云岭投资合伙企业（有限合伙）,OTHER_FORM",
        "Example AG,Example Aktiengesellschaft,LEGAL_FORM",
        "Example AG,Example GmbH,OTHER_FORM",
        "Example (Schweiz) AG,Example AG,SAME_BRAND_INDUSTRY",
        "NTW,Northern Transport Works Inc,SHORT_FORM",
        "Northwind Trading Ltd,Northwnd Trading Ltd,SIMILAR_HIGH",
        "Northwind Plant 3 Ltd,Northwind Plant 4 Ltd,OTHER_NUMBER",
        "Northwind Trading Ltd,Southgate Mining Ltd,DIFFERENT",
        "...,---,DIFFERENT",
    })
    void two_names_have_a_level_in_either_order(String one, String other, NameLevel level) {
        assertThat(CompanyNames.compare(CompanyName.of(one), CompanyName.of(other)))
                .isEqualTo(level);
        assertThat(CompanyNames.compare(CompanyName.of(other), CompanyName.of(one)))
                .isEqualTo(level);
    }

    @Test
    void a_place_alone_is_no_short_form_of_who_sits_there() {
        assertThat(CompanyNames.compare(CompanyName.of("苏州"), CompanyName.of("苏州重岳模具有限公司")))
                .isNotEqualTo(NameLevel.SHORT_FORM);
    }
}
