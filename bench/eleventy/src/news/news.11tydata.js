export default { layout: "post.njk", permalink: (data) => `/news/${data.slug}/` };
