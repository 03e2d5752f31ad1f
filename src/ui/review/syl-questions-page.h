/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/syl-library.h"

G_BEGIN_DECLS

/**
 * SylQuestionsPage:
 *
 * All questions, with their picks and when they are asked again; to search, to edit, to delete.
 */
#define SYL_TYPE_QUESTIONS_PAGE (syl_questions_page_get_type ())
G_DECLARE_FINAL_TYPE (SylQuestionsPage, syl_questions_page, SYL, QUESTIONS_PAGE, AdwNavigationPage)

AdwNavigationPage *syl_questions_page_new (SylLibrary *library);

G_END_DECLS
